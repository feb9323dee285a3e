const g = new Map(Object.entries({ a: { b: 1, c: 4 }, b: { c: 2, d: 5 }, c: { d: 1 }, d: {}, e: { a: 1 } }));
const topo = (g) => {
  const out = [],
    state = new Map();
  const visit = (n, path = []) => {
    if (state.get(n) === "done") return;
    if (state.get(n) === "open") throw new Error("cycle " + [...path, n].join(">"));
    state.set(n, "open");
    for (const m of Object.keys(g.get(n) ?? {})) visit(m, [...path, n]);
    state.set(n, "done");
    out.unshift(n);
  };
  for (const n of g.keys()) visit(n);
  return out;
};
console.log(topo(g));
const shortest = (g, s) => {
  const d = new Map([...g.keys()].map((n) => [n, Infinity])).set(s, 0),
    left = new Set(g.keys());
  while (left.size) {
    const n = [...left].reduce((a, b) => (d.get(a) <= d.get(b) ? a : b));
    left.delete(n);
    for (const [m, w] of Object.entries(g.get(n))) d.set(m, Math.min(d.get(m), d.get(n) + w));
  }
  return d;
};
console.log(shortest(g, "a"));
try {
  topo(
    new Map([
      ["x", { y: 1 }],
      ["y", { x: 1 }],
    ]),
  );
} catch (e) {
  console.log(e.message);
}
class UF {
  #p = new Map();
  find(x) {
    const p = this.#p.get(x) ?? x;
    if (p === x) return x;
    const r = this.find(p);
    this.#p.set(x, r);
    return r;
  }
  union(a, b) {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y) return false;
    this.#p.set(x, y);
    return true;
  }
}
const edges = [
  ["a", "b", 3],
  ["b", "c", 1],
  ["a", "c", 2],
  ["c", "d", 4],
];
const uf = new UF();
console.log(
  edges
    .sort((x, y) => x[2] - y[2])
    .filter(([a, b]) => uf.union(a, b))
    .map(([a, b]) => a + b),
);
const islands = (rows) => {
  const seen = new Set();
  let n = 0;
  const key = (x, y) => `${x},${y}`;
  const walk = (x, y) => {
    if (rows[y]?.[x] !== "#" || seen.has(key(x, y))) return;
    seen.add(key(x, y));
    walk(x + 1, y);
    walk(x - 1, y);
    walk(x, y + 1);
    walk(x, y - 1);
  };
  rows.forEach((r, y) =>
    [...r].forEach((c, x) => {
      if (c === "#" && !seen.has(key(x, y))) {
        n++;
        walk(x, y);
      }
    }),
  );
  return n;
};
console.log(islands(["##.", "..#", "#.#"]));
//= [ 'e', 'a', 'b', 'c', 'd' ]
//= Map(5) { 'a' => 0, 'b' => 1, 'c' => 3, 'd' => 4, 'e' => Infinity }
//= cycle x>y>x
//= [ 'bc', 'ac', 'cd' ]
//= 3
