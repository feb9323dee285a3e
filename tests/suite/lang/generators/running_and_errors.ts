let it;
function* self() {
  it.next();
}
it = self();
try {
  it.next();
} catch (e) {
  console.log(e.name, e.message);
}
console.log(it.next());
function* g() {
  yield 1;
}
try {
  new g();
} catch (e) {
  console.log(e.message);
}
try {
  g.prototype.next.call({});
} catch (e) {
  console.log(e.name);
}
const o = {
  *[Symbol.iterator]() {
    yield* [1, 2, 3];
  },
};
console.log([...o], Object.getPrototypeOf(function* () {}).constructor.name);
function* defaults(
  x = (() => {
    throw new Error("at call");
  })(),
) {
  yield x;
}
try {
  defaults();
} catch (e) {
  console.log(e.message);
}
function* lazy() {
  console.log("body runs at first next");
}
const l = lazy();
console.log("made");
l.next();
function* args() {
  yield arguments.length;
  yield this;
  yield [...arguments];
}
console.log([...args.call("me", 1, 2)].map(String));
try {
  for (const x of g) {
  }
} catch (e) {
  console.log(e.message);
}
//= TypeError Generator is already running
//= { value: undefined, done: true }
//= g is not a constructor
//= TypeError
//= [ 1, 2, 3 ] GeneratorFunction
//= at call
//= made
//= body runs at first next
//= [ '2', 'me', '1,2' ]
//= g is not iterable
