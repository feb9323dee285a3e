function* g(a) {
  const b = yield a + 1;
  console.log("got", b);
  try {
    const c = yield b * 2;
    console.log("got", c);
  } catch (e) {
    console.log("caught", e);
    yield "recovered";
  } finally {
    console.log("finally");
    yield "from finally";
  }
  return "end";
}
let it = g(1);
console.log(it.next("ignored"), it.next(5), it.throw("boom"), it.next(), it.next(), it.next());
it = g(1);
it.next();
it.next(2);
console.log(it.return("early"), it.next(), it.next());
it = g(1);
console.log(it.return(7), it.next());
it = g(1);
try {
  it.throw(new Error("unstarted"));
} catch (e) {
  console.log(e.message, it.next());
}
console.log(
  g.prototype === Object.getPrototypeOf(it),
  it[Symbol.iterator]() === it,
  String(it),
  it,
  typeof g.prototype,
);
//= got 5
//= caught boom
//= finally
//= { value: 2, done: false } { value: 10, done: false } { value: 'recovered', done: false } { value: 'from finally', done: false } { value: 'end', done: true } { value: undefined, done: true }
//= got 2
//= finally
//= { value: 'from finally', done: false } { value: 'early', done: true } { value: undefined, done: true }
//= { value: 7, done: true } { value: undefined, done: true }
//= unstarted { value: undefined, done: true }
//= true true [object Generator] Object [Generator] {} object
