// `throw` into a delegation to a sync iterator that has no `throw`, as ES2022 and V8 have it.
const source = () => {
  let n = 0;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next: () => ({ done: n++ > 2, value: n }),
    return: (x) => (console.log("closed", x), { done: true, value: x }),
  };
};
async function* through(it) {
  try {
    return yield* it;
  } catch (error) {
    console.log("caught", error.message ?? error);
    return "recovered";
  }
}
const one = through(source());
console.log(await one.next(), await one.throw("thrown in"), await one.next());
const two = through(source());
console.log(await two.next(), await two.return(Promise.resolve("left")), await two.next());
const three = through([Promise.resolve("a"), "b"]);
console.log(await three.next(), await three.throw(new Error("into an array")), await three.next());
function* rejecting() {
  try {
    yield Promise.reject(new Error("rejected"));
    yield 2;
  } finally {
    console.log("finally");
  }
}
try {
  for await (const x of rejecting()) console.log(x);
} catch (error) {
  console.log("caught outside", error.message);
}
//= caught thrown in
//= { value: 1, done: false } { value: 'recovered', done: true } { value: undefined, done: true }
//= closed left
//= { value: 1, done: false } { value: 'left', done: true } { value: undefined, done: true }
//= caught into an array
//= { value: 'a', done: false } { value: 'recovered', done: true } { value: undefined, done: true }
//= caught outside rejected
