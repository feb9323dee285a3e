const log = (...a) => console.log(...a);
async function* inner() {
  try {
    const r = yield "i1";
    log("inner got", r);
    yield "i2";
    return "inner result";
  } finally {
    log("inner finally");
  }
}
async function* outer() {
  const r = yield* inner();
  log("result", r);
  yield* ["s1", Promise.resolve("s2")];
  yield* syncGen();
}
function* syncGen() {
  try {
    yield 1;
    yield Promise.resolve(2);
  } finally {
    log("sync closed");
  }
}
let it = outer();
log(await it.next(), await it.next("sent"), await it.next(), await it.next(), await it.next(), await it.return("bye"));
it = outer();
await it.next();
log(await it.return("early"), await it.next());
it = outer();
await it.next();
await it.throw(new Error("T")).catch((e) => log(e.message));
const manual = {
  [Symbol.asyncIterator]() {
    return this;
  },
  next(v) {
    log("next", v);
    return { value: "m", done: false };
  },
};
it = (async function* () {
  yield* manual;
})();
log(await it.next(1), await it.next(2));
await it.throw(new Error("no throw")).catch((e) => log(e.name, e.message));
it = (async function* () {
  try {
    yield* manual;
  } finally {
    log("fin");
  }
})();
await it.next();
log(await it.return("no return method"));
//= inner got sent
//= inner finally
//= result inner result
//= sync closed
//= { value: 'i1', done: false } { value: 'i2', done: false } { value: 's1', done: false } { value: 's2', done: false } { value: 1, done: false } { value: 'bye', done: true }
//= inner finally
//= { value: 'early', done: true } { value: undefined, done: true }
//= inner finally
//= T
//= next undefined
//= next 2
//= { value: 'm', done: false } { value: 'm', done: false }
//= TypeError The iterator does not provide a 'throw' method.
//= next undefined
//= fin
//= { value: 'no return method', done: true }
