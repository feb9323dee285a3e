console.log(
  new Map([
    ["a", [1, { b: 2 }]],
    [{ k: 1 }, new Map([[1, new Set([2])]])],
  ]),
);
console.log(new Set([[1, 2], { a: new Set(["x"]) }, "str", null]));
console.log(
  { m: new Map(), s: new Set(), w: new WeakMap(), ws: new WeakSet() },
  [new Map([[1, 2]])],
  new Map([[new Map(), new Set()]]),
);
console.log(
  new Map([
    ["key1", "a value that is long enough"],
    ["key2", "another value that is long"],
    ["key3", "third"],
  ]),
);
console.log(new Map([["n", { deep: { deeper: { deepest: 1 } } }]]), {
  a: new Map([["b", new Map([["c", new Map([["d", 1]])]])]]),
});
console.log(
  [new Set([1, 2, 3]), new Set(["a".repeat(40), "b".repeat(40)])],
  new Set(Array.from({ length: 10 }, (_, i) => i)),
  new Map(Array.from({ length: 3 }, (_, i) => [i, i * i])),
);
console.log(
  [["a", new Map([["x", 1]])]],
  { s: new Set([new Set([new Set([new Set()])])]) },
  new Map([
    [Symbol("k"), () => {}],
    [null, undefined],
    [NaN, -0],
  ]),
);
const m = new Map();
m.set("self", m);
console.log(m, [m]);
const s = new Set();
s.add(s).add([s]);
console.log(s);
console.log(
  new Map([[1, 2]]).entries(),
  new Map([[1, 2]]).values(),
  new Set([1]).entries(),
  [1, 2][Symbol.iterator](),
  "x"[Symbol.iterator](),
  new Map([["a", { b: 1 }]]).entries(),
);
console.log(
  Object.assign(new Set([1]), { note: "extra" }),
  Object.assign(new Map(), { [Symbol("s")]: 1 }),
  new (class Cache extends Map {
    limit = 3;
  })([["k", 1]]),
  new (class extends Set {})([1]),
);
//= Map(2) {
//=   'a' => [ 1, { b: 2 } ],
//=   { k: 1 } => Map(1) { 1 => Set(1) { 2 } }
//= }
//= Set(4) { [ 1, 2 ], { a: Set(1) { 'x' } }, 'str', null }
//= {
//=   m: Map(0) {},
//=   s: Set(0) {},
//=   w: WeakMap { <items unknown> },
//=   ws: WeakSet { <items unknown> }
//= } [ Map(1) { 1 => 2 } ] Map(1) { Map(0) {} => Set(0) {} }
//= Map(3) {
//=   'key1' => 'a value that is long enough',
//=   'key2' => 'another value that is long',
//=   'key3' => 'third'
//= }
//= Map(1) { 'n' => { deep: { deeper: [Object] } } } { a: Map(1) { 'b' => Map(1) { 'c' => [Map] } } }
//= [
//=   Set(3) { 1, 2, 3 },
//=   Set(2) {
//=     'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
//=     'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'
//=   }
//= ] Set(10) { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 } Map(3) { 0 => 0, 1 => 1, 2 => 4 }
//= [ [ 'a', Map(1) { 'x' => 1 } ] ] { s: Set(1) { Set(1) { [Set] } } } Map(3) {
//=   Symbol(k) => [Function (anonymous)],
//=   null => undefined,
//=   NaN => -0
//= }
//= <ref *1> Map(1) { 'self' => [Circular *1] } [ <ref *1> Map(1) { 'self' => [Circular *1] } ]
//= <ref *1> Set(2) { [Circular *1], [ [Circular *1] ] }
//= [Map Entries] { [ 1, 2 ] } [Map Iterator] { 2 } [Set Entries] { [ 1, 1 ] } Object [Array Iterator] {} Object [String Iterator] {} [Map Entries] { [ 'a', { b: 1 } ] }
//= Set(1) { 1, note: 'extra' } Map(0) { [Symbol(s)]: 1 } Cache(1) [Map] { 'k' => 1, limit: 3 } Set(1) { 1 }
