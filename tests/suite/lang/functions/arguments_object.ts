function f(a, b = 2) {
  arguments[0] = "changed";
  return [a, arguments.length, [...arguments], typeof arguments, Array.isArray(arguments)];
}
console.log(f(1), f(1, 2, 3), f());
function g() {
  const arrow = () => arguments[0];
  return arrow("inner");
}
console.log(g("outer"));
function h() {
  return arguments;
}
console.log(h(1, { a: 2 }), Object.prototype.toString.call(h()), h().length, Object.keys(h("x", "y")));
try {
  h().callee;
} catch (e) {
  console.log(e.name);
}
function rest(...args) {
  return [args.length, arguments.length, args === arguments];
}
console.log(rest(1, 2), f.length, rest.length, ((a, b, ...c) => {}).length, function (a, b = 1, c) {}.length);
const o = {
  m() {
    return Array.prototype.slice.call(arguments, 1);
  },
  get g() {
    return arguments.length;
  },
};
console.log(o.m(1, 2, 3), o.g, Math.max.apply(null, h(4, 9, 2)));
//= [ 1, 1, [ 'changed' ], 'object', false ] [ 1, 3, [ 'changed', 2, 3 ], 'object', false ] [ undefined, 0, [], 'object', false ]
//= outer
//= [Arguments] { '0': 1, '1': { a: 2 } } [object Arguments] 0 [ '0', '1' ]
//= TypeError
//= [ 2, 2, false ] 1 0 2 1
//= [ 2, 3 ] 0 9
