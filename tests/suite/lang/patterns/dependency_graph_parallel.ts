const graph = { a: [], b: ["a"], c: ["a"], d: ["b", "c"], e: [] };
const ms = { a: 20, b: 80, c: 20, d: 80, e: 140 };
async function runAll(g, work) {
  const started = new Map();
  const run = (k, path = []) => {
    if (path.includes(k)) throw new Error(`cycle ${[...path, k].join(" -> ")}`);
    if (!started.has(k))
      started.set(
        k,
        (async () => {
          await Promise.all(g[k].map((d) => run(d, [...path, k])));
          return work(k);
        })(),
      );
    return started.get(k);
  };
  return Object.fromEntries(await Promise.all(Object.keys(g).map(async (k) => [k, await run(k)])));
}
const log = [];
console.log(
  await runAll(graph, async (k) => {
    log.push("+" + k);
    await new Promise((r) => setTimeout(r, ms[k]));
    log.push("-" + k);
    return k.toUpperCase();
  }),
  log.join(" "),
);
const levels = (g) => {
  const level = {};
  const l = (k) => (level[k] ??= 1 + Math.max(-1, ...g[k].map(l)));
  Object.keys(g).forEach(l);
  return level;
};
console.log(levels(graph));
await (async () => {
  const g = { x: ["y"], y: ["z"], z: ["x"] };
  try {
    const visit = (k, p) => {
      if (p.includes(k)) throw new Error(`cycle ${[...p, k].join(">")}`);
      g[k].forEach((d) => visit(d, [...p, k]));
    };
    visit("x", []);
  } catch (e) {
    console.log(e.message);
  }
})();
const chunk = (xs, n) => (xs.length ? [xs.slice(0, n), ...chunk(xs.slice(n), n)] : []);
const out = [];
for (const c of chunk([1, 2, 3, 4, 5], 2))
  out.push(
    await Promise.all(
      c.map(async (x) => {
        await null;
        return x * x;
      }),
    ),
  );
console.log(out);
const pool = async (xs, n, f) => {
  const it = xs.entries(),
    rs = [];
  await Promise.all(
    Array.from({ length: n }, async (_, w) => {
      for (const [i, x] of it) rs[i] = await f(x, w);
    }),
  );
  return rs;
};
console.log(
  await pool([30, 10, 10, 10], 2, async (t, w) => {
    await new Promise((r) => setTimeout(r, t));
    return `${t}@${w}`;
  }),
);
//= { a: 'A', b: 'B', c: 'C', d: 'D', e: 'E' } +a +e -a +b +c -c -b +d -e -d
//= { a: 0, b: 1, c: 1, d: 2, e: 0 }
//= cycle x>y>z>x
//= [ [ 1, 4 ], [ 9, 16 ], [ 25 ] ]
//= [ '30@0', '10@1', '10@1', '10@1' ]
