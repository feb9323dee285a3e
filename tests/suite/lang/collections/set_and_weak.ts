const s = new Set("hello");
console.log(
  s,
  s.size,
  [...s].join(""),
  s.has("l"),
  s.add("z") === s,
  s.delete("h"),
  new Set([[1], [1]]).size,
  new Set([NaN, NaN, 0, -0]),
);
const a = new Set([1, 2, 3]),
  b = new Set([2, 3, 4]);
console.log(
  new Set([...a].filter((x) => b.has(x))),
  new Set([...a, ...b]),
  [...a].filter((x) => !b.has(x)),
  [...a.entries()],
  a.keys === a.values,
  a.forEach.length,
  new Set(null),
  new Set(undefined).size,
);
for (const f of [
  () => Set(),
  () => new Set(5),
  () => new WeakMap().set(1, 2),
  () => new WeakSet().add("x"),
  () => new WeakMap([[1, 2]]),
  () => new WeakRef(1),
  () => WeakMap(),
])
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
const key = {},
  w = new WeakMap([[key, { data: 1 }]]);
console.log(w.get(key), w.has({}), w.delete(key), w.has(key), w.get(1), w.delete(1), w);
const ws = new WeakSet();
ws.add(key);
console.log(
  ws.has(key),
  ws.has({}),
  ws,
  new WeakRef(key).deref() === key,
  String(new WeakRef(key)),
  Object.prototype.toString.call(ws),
);
const priv = new WeakMap();
class Acc {
  constructor(x) {
    priv.set(this, x);
  }
  get x() {
    return priv.get(this);
  }
}
console.log(new Acc(5).x, new Acc(6));
const memo = (f) => {
  const c = new WeakMap();
  return (o) => {
    if (!c.has(o)) c.set(o, f(o));
    return c.get(o);
  };
};
let n = 0;
const len = memo((o) => (n++, Object.keys(o).length));
const o = { a: 1 };
console.log(len(o), len(o), n);
const unique = (xs, by) => [...new Map(xs.map((x) => [by(x), x])).values()];
console.log(
  unique(
    [
      { id: 1, v: "a" },
      { id: 2, v: "b" },
      { id: 1, v: "c" },
    ],
    (x) => x.id,
  ),
);
const deps = { a: ["b", "c"], b: ["c"], c: [], d: ["a"] };
const order = [];
const visit = (k, seen = new Set()) => {
  if (seen.has(k)) throw new Error("cycle");
  if (order.includes(k)) return;
  deps[k].forEach((d) => visit(d, new Set(seen).add(k)));
  order.push(k);
};
Object.keys(deps).forEach((k) => visit(k));
console.log(order);
//= Set(4) { 'e', 'l', 'o', 'z' } 4 helo true true true 2 Set(2) { NaN, 0 }
//= Set(2) { 2, 3 } Set(4) { 1, 2, 3, 4 } [ 1 ] [ [ 1, 1 ], [ 2, 2 ], [ 3, 3 ] ] true 1 Set(0) {} 0
//= TypeError: Constructor Set requires 'new'
//= TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))
//= TypeError: Invalid value used as weak map key
//= TypeError: Invalid value used in weak set
//= TypeError: Invalid value used as weak map key
//= TypeError: WeakRef: invalid target
//= TypeError: Constructor WeakMap requires 'new'
//= { data: 1 } false true false undefined false WeakMap { <items unknown> }
//= true false WeakSet { <items unknown> } true [object WeakRef] [object WeakSet]
//= 5 Acc {}
//= 1 1 1
//= [ { id: 1, v: 'c' }, { id: 2, v: 'b' } ]
//= [ 'c', 'b', 'a', 'd' ]
