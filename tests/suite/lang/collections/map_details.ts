const m = new Map([
  [NaN, "nan"],
  [0, "zero"],
  ["0", "str"],
  [null, "null"],
  [undefined, "undef"],
]);
console.log(m.get(NaN), m.get(-0), m.get("0"), m.has(undefined), m.size, m);
const k = {};
m.set(k, 1).set(k, 2);
console.log(m.get(k), [...m.keys()].length, m.delete(k), m.delete(k), m.get("none"));
console.log(
  new Map(),
  new Map([["a", { b: new Map([[1, new Set([2])]]) }]]),
  new Map([
    [{ k: 1 }, [1, 2]],
    [() => {}, Symbol("s")],
  ]),
  Object.assign(new Map([[1, 2]]), { extra: true }),
);
m.clear();
m.set("x", 1);
const log = [];
m.forEach(
  function (v, key, map) {
    log.push(v, key, map === m, this.t);
  },
  { t: "this" },
);
console.log(log);
for (const f of [
  () => Map(),
  () => new Map(5),
  () => new Map([5]),
  () => new Map([[1, 2]].values()).size,
])
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
console.log(
  [
    ...new Map([
      ["b", 1],
      ["a", 2],
    ]).entries(),
  ].sort(),
  Object.fromEntries(new Map([["a", 1]])),
  new Map(Object.entries({ x: 1 })),
  new Map(new Map([[1, 2]])),
  Map.length,
  Map.name,
  m[Symbol.iterator] === m.entries,
  String(m),
);
const counts = [..."mississippi"].reduce((c, x) => c.set(x, (c.get(x) ?? 0) + 1), new Map());
console.log(counts, [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b))[0]);
class LRU {
  #m = new Map();
  constructor(n) {
    this.n = n;
  }
  get(k) {
    if (!this.#m.has(k)) return;
    const v = this.#m.get(k);
    this.#m.delete(k);
    this.#m.set(k, v);
    return v;
  }
  set(k, v) {
    this.#m.delete(k);
    this.#m.set(k, v);
    if (this.#m.size > this.n) this.#m.delete(this.#m.keys().next().value);
  }
  keys() {
    return [...this.#m.keys()];
  }
}
const c = new LRU(2);
c.set("a", 1);
c.set("b", 2);
c.get("a");
c.set("c", 3);
console.log(c.keys(), c.get("b"), c);
const add = Map.prototype.set;
Map.prototype.set = function (k, v) {
  return add.call(this, k, v + "!");
};
console.log(new Map([["p", "patched"]]));
Map.prototype.set = add;
//= nan zero str true 5 Map(5) {
//=   NaN => 'nan',
//=   0 => 'zero',
//=   '0' => 'str',
//=   null => 'null',
//=   undefined => 'undef'
//= }
//= 2 6 true false undefined
//= Map(0) {} Map(1) { 'a' => { b: Map(1) { 1 => [Set] } } } Map(2) { { k: 1 } => [ 1, 2 ], [Function (anonymous)] => Symbol(s) } Map(1) { 1 => 2, extra: true }
//= [ 1, 'x', true, 'this' ]
//= TypeError: Constructor Map requires 'new'
//= TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))
//= TypeError: Iterator value 5 is not an entry object
//= 1
//= [ [ 'a', 2 ], [ 'b', 1 ] ] { a: 1 } Map(1) { 'x' => 1 } Map(1) { 1 => 2 } 0 Map true [object Map]
//= Map(4) { 'm' => 1, 'i' => 4, 's' => 4, 'p' => 2 } [ 'i', 4 ]
//= [ 'a', 'c' ] undefined LRU { n: 2 }
//= Map(1) { 'p' => 'patched!' }
