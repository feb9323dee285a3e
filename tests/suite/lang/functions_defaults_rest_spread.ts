function add(a, b = a * 2, ...rest) {
  return [a, b, rest.length, rest];
}
console.log(add(1));
console.log(add(1, undefined, 3, 4));
console.log(add(...[1, 2, 3], ...[4]));
console.log(hoisted(4));
function hoisted(n) {
  return n <= 1 ? 1 : n * hoisted(n - 1);
}
const named = function inner(n) {
  return n === 0 ? "done" : inner(n - 1);
};
console.log(named(3), named.name, add.length, (() => {}).name);
const arrow = (a) => ({ a, twice: a * 2 });
console.log(arrow(4));
console.log(((a, b) => a + b)(1, 2));
console.log((function () { return this === undefined; })());
const o = { x: 5, getX() { return this.x; }, lazy() { return () => this.x; } };
console.log(o.getX(), o.lazy()());
console.log([3, 1, 2].map(String), Math.max(...[3, 9, 2]));
//= [ 1, 2, 0, [] ]
//= [ 1, 2, 2, [ 3, 4 ] ]
//= [ 1, 2, 2, [ 3, 4 ] ]
//= 24
//= done inner 1
//= { a: 4, twice: 8 }
//= 3
//= true
//= 5 5
//= [ '3', '1', '2' ] 9
