let x = "outer";
function f(a = x, b = () => a, c = ((a = "changed"), b())) {
  var x = "inner";
  return [a, b(), c, x];
}
console.log(f());
function g(a, b = () => a) {
  var a;
  const before = a;
  a = "body";
  return [before, a, b()];
}
console.log(g("param"));
function h(a = 1, { b = a } = {}, [c = b] = []) {
  return [a, b, c];
}
console.log(h(), h(5), h(5, { b: 6 }), h(undefined, undefined, [9]), h(null));
try {
  (function (a = b, b) {})();
} catch (e) {
  console.log(e.message);
}
try {
  (function (a = a) {})();
} catch (e) {
  console.log(e.message);
}
const order = [];
function k(a = order.push("a"), b = order.push("b"), ...c) {
  order.push("body");
  return order;
}
console.log(k(undefined, 1));
function new_(t = new.target) {
  return t === undefined ? "call" : { t: t.name };
}
console.log(
  new_(),
  new new_(),
  (function (undefined) {
    return undefined;
  })(7),
  ((a, a2 = a++, a3 = a) => [a, a2, a3])(1),
);
async function as(a = await_()) {
  return a;
}
function await_() {
  throw new Error("rejects, does not throw");
}
await as().catch((e) => console.log(e.message));
function* gen(a = console.log("evaluated at call")) {
  yield a;
}
gen();
console.log("after");
//= [ 'changed', 'changed', 'changed', 'inner' ]
//= [ 'param', 'body', 'param' ]
//= [ 1, 1, 1 ] [ 5, 5, 5 ] [ 5, 6, 6 ] [ 1, 1, 9 ] [ null, null, null ]
//= Cannot access 'b' before initialization
//= Cannot access 'a' before initialization
//= [ 'a', 'body' ]
//= call { t: 'new_' } 7 [ 2, 1, 2 ]
//= rejects, does not throw
//= evaluated at call
//= after
