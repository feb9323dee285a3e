function* inner() {
  try {
    const r = yield "a";
    console.log("inner got", r);
    yield "b";
    return "inner result";
  } catch (e) {
    console.log("inner caught", e);
    return "after catch";
  } finally {
    console.log("inner finally");
  }
}
function* outer() {
  const r = yield* inner();
  console.log("result", r);
  yield* [1, 2];
  yield* "xy";
  return r;
}
console.log([...outer()]);
let it = outer();
it.next();
console.log(it.next("sent"));
console.log(it.throw("T"));
it = outer();
it.next();
console.log(it.return("R"), it.next());
const manual = {
  [Symbol.iterator]() {
    return this;
  },
  next(v) {
    console.log("next", v);
    return { value: "m", done: false, extra: 1 };
  },
  return(v) {
    console.log("return", v);
    return { value: "closed " + v, done: true };
  },
};
function* d() {
  yield* manual;
}
it = d();
console.log(it.next("first"), it.next("second"));
try {
  it.throw(new Error("no throw method"));
} catch (e) {
  console.log(e.name, e.message);
}
it = d();
it.next();
console.log(it.return(3));
function* rec(n) {
  if (n > 0) {
    yield n;
    yield* rec(n - 1);
  }
}
console.log([...rec(5)].join());
//= inner got undefined
//= inner finally
//= result inner result
//= [ 'a', 'b', 1, 2, 'x', 'y' ]
//= inner got sent
//= { value: 'b', done: false }
//= inner caught T
//= inner finally
//= result after catch
//= { value: 1, done: false }
//= inner finally
//= { value: 'R', done: true } { value: undefined, done: true }
//= next undefined
//= next second
//= { value: 'm', done: false, extra: 1 } { value: 'm', done: false, extra: 1 }
//= return undefined
//= TypeError The iterator does not provide a 'throw' method.
//= next undefined
//= return 3
//= { value: 'closed 3', done: true }
//= 5,4,3,2,1
