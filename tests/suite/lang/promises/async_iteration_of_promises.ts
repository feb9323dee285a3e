const sleep = (ms, v) => new Promise((r) => setTimeout(r, ms, v));
const inOrder = [];
for await (const v of [sleep(30, "slow"), sleep(5, "fast"), "plain"]) inOrder.push(v);
console.log(inOrder);
async function* asCompleted(ps) {
  const pending = new Map(ps.map((p, i) => [i, Promise.resolve(p).then((v) => [i, v])]));
  while (pending.size) {
    const [i, v] = await Promise.race(pending.values());
    pending.delete(i);
    yield v;
  }
}
const done = [];
for await (const v of asCompleted([sleep(60, "c"), sleep(5, "a"), sleep(30, "b")])) done.push(v);
console.log(done);
const m = new Map([
  ["x", sleep(2, 1)],
  ["y", sleep(1, 2)],
]);
const out = {};
for (const [k, p] of m) out[k] = await p;
console.log(out);
console.log(
  await Promise.all(
    Array.from({ length: 4 }, async (_, i) => {
      await sleep(10 - i * 2);
      return i;
    }),
  ),
);
try {
  for await (const v of [1, Promise.reject(new Error("second"))]) console.log(v);
} catch (e) {
  console.log(e.message);
}
//= [ 'slow', 'fast', 'plain' ]
//= [ 'a', 'b', 'c' ]
//= { x: 1, y: 2 }
//= [ 0, 1, 2, 3 ]
//= 1
//= second
