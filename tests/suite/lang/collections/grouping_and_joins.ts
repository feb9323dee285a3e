const people = [
  { n: "ann", t: "x", a: 30 },
  { n: "bob", t: "y", a: 20 },
  { n: "cat", t: "x", a: 40 },
];
const groupBy = (xs, f) =>
  xs.reduce((m, x) => {
    const k = f(x);
    (m[k] ??= []).push(x);
    return m;
  }, {});
console.log(groupBy(people, (p) => p.t));
const index = new Map(people.map((p) => [p.n, p]));
console.log(
  index.get("bob")?.a,
  [...index.values()].map((p) => p.a),
);
const stats = Object.entries(groupBy(people, (p) => p.t)).map(([t, ps]) => ({
  t,
  n: ps.length,
  avg: ps.reduce((s, p) => s + p.a, 0) / ps.length,
}));
console.log(stats);
const orders = [
  { who: "ann", what: 1 },
  { who: "zed", what: 2 },
  { who: "ann", what: 3 },
];
console.log(
  orders.map((o) => ({ ...o, age: index.get(o.who)?.a ?? null })),
  people.map((p) => ({ n: p.n, orders: orders.filter((o) => o.who === p.n).map((o) => o.what) })),
);
const sortBy =
  (...fs) =>
  (a, b) => {
    for (const f of fs) {
      const x = f(a),
        y = f(b);
      if (x < y) return -1;
      if (x > y) return 1;
    }
    return 0;
  };
console.log(
  [...people]
    .sort(
      sortBy(
        (p) => p.t,
        (p) => -p.a,
      ),
    )
    .map((p) => p.n),
);
const pivot = new Map();
for (const { t, n, a } of people) pivot.set(t, new Map([...(pivot.get(t) ?? []), [n, a]]));
console.log(pivot);
const [min, max] = people.reduce(([lo, hi], { a }) => [Math.min(lo, a), Math.max(hi, a)], [Infinity, -Infinity]);
console.log(min, max);
const zip = (...xs) => xs[0].map((_, i) => xs.map((x) => x[i])),
  range = (n) => [...Array(n).keys()];
console.log(zip([1, 2], ["a", "b"]), range(3));
const uniq = [...new Set(people.flatMap((p) => [p.t, p.n[0]]))];
console.log(uniq);
const tree = (items, parent = null) =>
  items.filter((i) => i.parent === parent).map((i) => ({ ...i, kids: tree(items, i.id) }));
console.log(
  JSON.stringify(
    tree([
      { id: 1, parent: null },
      { id: 2, parent: 1 },
      { id: 3, parent: 2 },
    ]),
  ),
);
const inter = (a, b) => new Set([...a].filter((x) => b.has(x)));
console.log(
  inter(new Set([1, 2, 3]), new Set([2, 3, 4])),
  Object.fromEntries(
    new Map([
      ["b", 1],
      ["a", 2],
    ]),
  ),
  Array.from(new Map([["k", 1]]), ([k, v]) => `${k}=${v}`),
);
//= {
//=   x: [ { n: 'ann', t: 'x', a: 30 }, { n: 'cat', t: 'x', a: 40 } ],
//=   y: [ { n: 'bob', t: 'y', a: 20 } ]
//= }
//= 20 [ 30, 20, 40 ]
//= [ { t: 'x', n: 2, avg: 35 }, { t: 'y', n: 1, avg: 20 } ]
//= [
//=   { who: 'ann', what: 1, age: 30 },
//=   { who: 'zed', what: 2, age: null },
//=   { who: 'ann', what: 3, age: 30 }
//= ] [
//=   { n: 'ann', orders: [ 1, 3 ] },
//=   { n: 'bob', orders: [] },
//=   { n: 'cat', orders: [] }
//= ]
//= [ 'cat', 'ann', 'bob' ]
//= Map(2) {
//=   'x' => Map(2) { 'ann' => 30, 'cat' => 40 },
//=   'y' => Map(1) { 'bob' => 20 }
//= }
//= 20 40
//= [ [ 1, 'a' ], [ 2, 'b' ] ] [ 0, 1, 2 ]
//= [ 'x', 'a', 'y', 'b', 'c' ]
//= [{"id":1,"parent":null,"kids":[{"id":2,"parent":1,"kids":[{"id":3,"parent":2,"kids":[]}]}]}]
//= Set(2) { 2, 3 } { b: 1, a: 2 } [ 'k=1' ]
