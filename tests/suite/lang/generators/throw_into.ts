function* resilient() {
  let tries = 0;
  while (tries < 3) {
    try {
      const v = yield `try ${tries}`;
      return `got ${v}`;
    } catch (e) {
      tries++;
      console.log("retry after", e.message);
    }
  }
  throw new Error("too many");
}
let it = resilient();
console.log(it.next().value, it.throw(new Error("a")).value, it.next("ok"), it.next());
it = resilient();
it.next();
it.throw(new Error("1"));
it.throw(new Error("2"));
try {
  it.throw(new Error("3"));
} catch (e) {
  console.log(e.message);
}
console.log(it.next());
function* cleanup() {
  try {
    yield 1;
  } finally {
    try {
      yield "cleaning";
    } finally {
      console.log("done cleaning");
    }
  }
}
it = cleanup();
it.next();
console.log(it.throw(new Error("x")));
try {
  it.next();
} catch (e) {
  console.log(e.message);
}
function* outer() {
  try {
    yield* inner();
  } catch (e) {
    yield "outer caught " + e.message;
  }
}
function* inner() {
  try {
    yield 1;
  } catch (e) {
    throw new Error("inner rethrew " + e.message);
  }
}
it = outer();
it.next();
console.log(it.throw(new Error("z")), it.next());
//= retry after a
//= try 0 try 1 { value: 'got ok', done: true } { value: undefined, done: true }
//= retry after 1
//= retry after 2
//= retry after 3
//= too many
//= { value: undefined, done: true }
//= { value: 'cleaning', done: false }
//= done cleaning
//= x
//= { value: 'outer caught inner rethrew z', done: false } { value: undefined, done: true }
