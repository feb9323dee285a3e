async function* g() {
  const a = yield 1;
  console.log("a", a);
  try {
    const b = yield Promise.resolve(2);
    console.log("b", b);
  } catch (e) {
    console.log("caught", e);
    yield "recovered";
  } finally {
    console.log("finally");
    await null;
  }
  return Promise.resolve("end");
}
let it = g();
console.log(await it.next("x"), await it.next("A"), await it.throw("T"), await it.next(), await it.next());
it = g();
console.log(await it.return(Promise.resolve("early")), await it.next());
it = g();
await it.next();
await it.next();
console.log(await it.return("mid"), await it.next());
it = g();
await it.throw(new Error("unstarted")).catch((e) => console.log(e.message));
console.log(await it.next());
it = g();
const all = [it.next(), it.next("queued"), it.return("R"), it.next()];
console.log(await Promise.all(all));
console.log(it[Symbol.asyncIterator]() === it, String(it), typeof it.next, it);
async function* rejects() {
  yield Promise.reject(new Error("yielded rejection"));
}
await rejects()
  .next()
  .catch((e) => console.log(e.message));
await g.prototype.next.call({}).catch((e) => console.log(e.name));
//= a A
//= caught T
//= finally
//= { value: 1, done: false } { value: 2, done: false } { value: 'recovered', done: false } { value: 'end', done: true } { value: undefined, done: true }
//= { value: 'early', done: true } { value: undefined, done: true }
//= a undefined
//= finally
//= { value: 'mid', done: true } { value: undefined, done: true }
//= unstarted
//= { value: undefined, done: true }
//= a queued
//= finally
//= [
//=   { value: 1, done: false },
//=   { value: 2, done: false },
//=   { value: 'R', done: true },
//=   { value: undefined, done: true }
//= ]
//= true [object AsyncGenerator] function Object [AsyncGenerator] {}
//= yielded rejection
//= TypeError
