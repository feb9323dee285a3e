const people = [
  { name: "Ann", age: 30, tags: ["a", "b"] },
  { name: "Bob", age: 25, tags: ["b"] },
  { name: "Cid", age: 30, tags: [] },
  { name: "Dee", age: 41, tags: ["c", "a"] },
];
console.log(people);
console.log([[1, [2, [3, [4, [5]]]]]], { a: { b: { c: { d: 1 } } } }, [[[[]]]], {
  f() {},
  g: () => {},
  h: async () => {},
  *i() {},
  async *j() {},
  k: class K {},
});
console.log(Array.from({ length: 120 }, (_, i) => i));
console.log("x".repeat(200).length, ["x".repeat(100), "y".repeat(100)]);
console.log(
  new Array(5),
  new Array(5).fill(),
  [..."abc"].entries().next(),
  Array.of(7),
  Array(3).join("-"),
  [1, 2, 3].with(1, 9),
  [1, 2, 3, 4].toSpliced(1, 2, "x"),
  [3, 1].toReversed(),
  [1, [2]].flat(),
  [1, 2, 3].copyWithin(0, 1),
  [1, 2, 3].indexOf(4),
  [NaN].includes(NaN),
  [1, 2, 3].lastIndexOf(3),
  [5, 1, 10].sort(),
  [5, 1, 10].sort((a, b) => a - b),
  ["b", undefined, "a"].sort(),
);
const deepClone = (o, seen = new WeakMap()) => {
  if (Object(o) !== o) return o;
  if (seen.has(o)) return seen.get(o);
  const r = Array.isArray(o) ? [] : o instanceof Date ? new Date(o) : Object.create(Object.getPrototypeOf(o));
  seen.set(o, r);
  for (const k of Reflect.ownKeys(o)) r[k] = deepClone(o[k], seen);
  return r;
};
const a = { x: [1, { y: 2 }], d: new Date(0) };
a.self = a;
const b = deepClone(a);
console.log(b, b.self === b, b.x !== a.x);
const o1 = {
  a: 1,
  get b() {
    return 2;
  },
  set c(v) {},
  get d() {
    return 1;
  },
  set d(v) {},
  [Symbol("s")]: 3,
  "key with space": 4,
  5: 5,
  valid_id: 6,
  ünï: 7,
  "a-b": 8,
};
console.log(o1, Object.keys(o1), { ...o1 }, JSON.stringify(o1));
console.log(
  Object.entries(o1)
    .map(([k, v]) => `${k}=${v}`)
    .join("&"),
);
console.log([
  1.5,
  "s",
  null,
  undefined,
  true,
  () => {},
  Symbol("q"),
  /re/gi,
  new Error("e").message,
  new Map([["k", { v: 1 }]]),
  new Set(["a", { b: 1 }]),
  new WeakMap(),
  Promise.resolve(4),
  Promise.reject(new Error("r")).catch(() => {}),
  new Promise(() => {}),
  globalThis === this,
  new Boolean(false),
  new String("str"),
  new Number(3),
  Object(Symbol("t")),
  function () {},
  function named() {},
  async function an() {},
  class {},
  Math,
  JSON,
  Reflect.ownKeys({ z: 1, 1: 1 }),
]);
//= [
//=   { name: 'Ann', age: 30, tags: [ 'a', 'b' ] },
//=   { name: 'Bob', age: 25, tags: [ 'b' ] },
//=   { name: 'Cid', age: 30, tags: [] },
//=   { name: 'Dee', age: 41, tags: [ 'c', 'a' ] }
//= ]
//= [ [ 1, [ 2, [Array] ] ] ] { a: { b: { c: [Object] } } } [ [ [ [] ] ] ] {
//=   f: [Function: f],
//=   g: [Function: g],
//=   h: [AsyncFunction: h],
//=   i: [GeneratorFunction: i],
//=   j: [AsyncGeneratorFunction: j],
//=   k: [class K]
//= }
//= [
//=    0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11,
//=   12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
//=   24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35,
//=   36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
//=   48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59,
//=   60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71,
//=   72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83,
//=   84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95,
//=   96, 97, 98, 99,
//=   ... 20 more items
//= ]
//= 200 [
//=   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
//=   'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'
//= ]
//= [ <5 empty items> ] [ undefined, undefined, undefined, undefined, undefined ] { value: [ 0, 'a' ], done: false } [ 7 ] -- [ 1, 9, 3 ] [ 1, 'x', 4 ] [ 1, 3 ] [ 1, 2 ] [ 2, 3, 3 ] -1 true 2 [ 1, 10, 5 ] [ 1, 5, 10 ] [ 'a', 'b', undefined ]
//= <ref *1> {
//=   x: [ 1, { y: 2 } ],
//=   d: 1970-01-01T00:00:00.000Z,
//=   self: [Circular *1]
//= } true true
//= {
//=   '5': 5,
//=   a: 1,
//=   b: [Getter],
//=   c: [Setter],
//=   d: [Getter/Setter],
//=   'key with space': 4,
//=   valid_id: 6,
//=   'ünï': 7,
//=   'a-b': 8,
//=   [Symbol(s)]: 3
//= } [ '5', 'a', 'b', 'c', 'd', 'key with space', 'valid_id', 'ünï', 'a-b' ] {
//=   '5': 5,
//=   a: 1,
//=   b: 2,
//=   c: undefined,
//=   d: 1,
//=   'key with space': 4,
//=   valid_id: 6,
//=   'ünï': 7,
//=   'a-b': 8,
//=   [Symbol(s)]: 3
//= } {"5":5,"a":1,"b":2,"d":1,"key with space":4,"valid_id":6,"ünï":7,"a-b":8}
//= 5=5&a=1&b=2&c=undefined&d=1&key with space=4&valid_id=6&ünï=7&a-b=8
//= [
//=   1.5,
//=   's',
//=   null,
//=   undefined,
//=   true,
//=   [Function (anonymous)],
//=   Symbol(q),
//=   /re/gi,
//=   'e',
//=   Map(1) { 'k' => { v: 1 } },
//=   Set(2) { 'a', { b: 1 } },
//=   WeakMap { <items unknown> },
//=   Promise { 4 },
//=   Promise { <pending> },
//=   Promise { <pending> },
//=   false,
//=   [Boolean: false],
//=   [String: 'str'],
//=   [Number: 3],
//=   [Symbol: Symbol(t)],
//=   [Function (anonymous)],
//=   [Function: named],
//=   [AsyncFunction: an],
//=   [class (anonymous)],
//=   Object [Math] {},
//=   Object [JSON] {},
//=   [ '1', 'z' ]
//= ]
