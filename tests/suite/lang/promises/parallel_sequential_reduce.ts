const sleep = (ms, v) => new Promise((r) => setTimeout(() => r(v), ms));
const log = [];
const task = (n) => async () => {
  log.push(`+${n}`);
  await sleep(10 * (4 - n));
  log.push(`-${n}`);
  return n;
};
const tasks = [1, 2, 3].map(task);
console.log(await Promise.all(tasks.map((t) => t())), log.join(" "));
log.length = 0;
const seq = [];
for (const t of tasks) seq.push(await t());
console.log(seq, log.join(" "));
log.length = 0;
console.log(
  await tasks.reduce((p, t) => p.then(async (acc) => [...acc, await t()]), Promise.resolve([])),
  log.join(" "),
);
log.length = 0;
console.log(await Promise.race(tasks.map((t) => t())));
await sleep(60);
console.log(log.join(" "));
const r = [];
[1, 2, 3].forEach(async (x) => {
  await sleep(5);
  r.push(x);
});
console.log(r);
await sleep(30);
console.log(r);
const mapped = [1, 2].map(async (x) => x * 2);
console.log(mapped, await Promise.all(mapped), [1, 2, 3].filter(async (x) => x > 2).length);
const fl = async (xs, p) => {
  const keep = await Promise.all(xs.map(p));
  return xs.filter((_, i) => keep[i]);
};
console.log(await fl([1, 2, 3], async (x) => x % 2));
const entries = await Promise.all(Object.entries({ a: 1, b: 2 }).map(async ([k, v]) => [k, await sleep(1, v * 10)]));
console.log(Object.fromEntries(entries));
const first = async (fs) => {
  for (const f of fs)
    try {
      return await f();
    } catch {}
  throw new Error("none");
};
console.log(
  await first([
    () => {
      throw 1;
    },
    async () => {
      throw 2;
    },
    async () => "third",
  ]),
  await first([]).catch((e) => e.message),
);
const timeout = (p, ms) =>
  Promise.race([
    p,
    sleep(ms).then(() => {
      throw new Error(`timeout ${ms}`);
    }),
  ]);
console.log(await timeout(sleep(5, "ok"), 50), await timeout(sleep(50), 5).catch((e) => e.message));
await sleep(60);
//= [ 1, 2, 3 ] +1 +2 +3 -3 -2 -1
//= [ 1, 2, 3 ] +1 -1 +2 -2 +3 -3
//= [ 1, 2, 3 ] +1 -1 +2 -2 +3 -3
//= 3
//= +1 +2 +3 -3 -2 -1
//= []
//= [ 1, 2, 3 ]
//= [ Promise { 2 }, Promise { 4 } ] [ 2, 4 ] 3
//= [ 1, 3 ]
//= { a: 10, b: 20 }
//= third none
//= ok timeout 5
