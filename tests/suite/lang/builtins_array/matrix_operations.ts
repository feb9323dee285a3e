const t = (m) => (m[0] ?? []).map((_, j) => m.map((r) => r[j])),
  mul = (a, b) => a.map((r) => t(b).map((c) => r.reduce((s, x, k) => s + x * c[k], 0))),
  det = (m) =>
    m.length === 1
      ? m[0][0]
      : m[0].reduce((s, x, j) => s + (j % 2 ? -x : x) * det(m.slice(1).map((r) => r.filter((_, k) => k !== j))), 0);
const a = [
  [1, 2, 3],
  [0, 1, 4],
  [5, 6, 0],
];
console.log(
  t(a),
  mul(a, [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]),
  det(a),
);
const spiral = (m) => (m.length ? [...m[0], ...spiral(t(m.slice(1)).reverse())] : []);
console.log(
  spiral(
    [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ].map((r) => [...r]),
  ).join(),
);
const rotate = (m) => t(m).map((r) => r.reverse());
console.log(
  rotate([
    [1, 2],
    [3, 4],
  ]),
);
const life = (g) =>
  g.map((r, y) =>
    r.map((c, x) => {
      let n = 0;
      for (const dy of [-1, 0, 1]) for (const dx of [-1, 0, 1]) if (dx || dy) n += g[y + dy]?.[x + dx] ?? 0;
      return +(n === 3 || (c && n === 2));
    }),
  );
let g = [
  [0, 1, 0],
  [0, 1, 0],
  [0, 1, 0],
];
g = life(g);
console.log(g);
console.log(life(g));
const flood = (m, x, y, v, was = m[y][x]) => {
  if (m[y]?.[x] !== was || was === v) return;
  m[y][x] = v;
  [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ].forEach(([dx, dy]) => flood(m, x + dx, y + dy, v, was));
};
const m = [
  [0, 0, 1],
  [1, 0, 1],
  [0, 1, 0],
];
flood(m, 0, 0, 7);
console.log(m);
//= [ [ 1, 0, 5 ], [ 2, 1, 6 ], [ 3, 4, 0 ] ] [ [ 1, 2, 3 ], [ 0, 1, 4 ], [ 5, 6, 0 ] ] 1
//= 1,2,3,6,9,8,7,4,5
//= [ [ 3, 1 ], [ 4, 2 ] ]
//= [ [ 0, 0, 0 ], [ 1, 1, 1 ], [ 0, 0, 0 ] ]
//= [ [ 0, 1, 0 ], [ 0, 1, 0 ], [ 0, 1, 0 ] ]
//= [ [ 7, 7, 1 ], [ 1, 7, 1 ], [ 0, 1, 0 ] ]
