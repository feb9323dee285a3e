const log = [];
const boundary = async (name, f) => {
  try {
    return await f();
  } catch (e) {
    log.push(`${name}: ${e.message}`);
    return null;
  }
};
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
console.log(
  await boundary("sync throw", () => {
    throw new Error("s");
  }),
  await boundary("rejected", () => Promise.reject(new Error("r"))),
  await boundary("after await", async () => {
    await sleep(1);
    throw new Error("a");
  }),
  await boundary("timer", () => new Promise((_, j) => setTimeout(() => j(new Error("t")), 1))),
  await boundary("fine", async () => "ok"),
);
console.log(log);
log.length = 0;
const results = await Promise.all(
  [1, 2, 3].map((n) =>
    boundary("job" + n, async () => {
      await sleep(4 - n);
      if (n === 2) throw new Error("two");
      return n;
    }),
  ),
);
console.log(results, log);
log.length = 0;
const race = await boundary("race", () =>
  Promise.race([
    sleep(50),
    sleep(1).then(() => {
      throw new Error("lost race");
    }),
  ]),
);
console.log(race, log);
log.length = 0;
const gen = async function* () {
  yield 1;
  throw new Error("stream broke");
};
await boundary("stream", async () => {
  for await (const x of gen()) log.push("got " + x);
});
console.log(log);
log.length = 0;
const nested = await boundary("outer", async () => {
  const inner = await boundary("inner", async () => {
    throw new Error("deep");
  });
  if (inner === null) throw new Error("inner failed");
});
console.log(nested, log);
log.length = 0;
const all = await Promise.all([sleep(1).then(() => "x"), Promise.reject(new Error("all"))]).catch((e) => e.message);
console.log(all);
const guard =
  (f) =>
  async (...a) => {
    try {
      return [null, await f(...a)];
    } catch (e) {
      return [e.message, null];
    }
  };
const [e1, v1] = await guard(async (x) => x * 2)(21),
  [e2, v2] = await guard((x) => x.y.z)({});
console.log(e1, v1, e2, v2);
const order = [];
const p = (async () => {
  order.push(1);
  throw new Error("early");
})();
order.push(2);
p.catch(() => order.push(4));
order.push(3);
await sleep(1);
console.log(order);
const timeout = (p, ms) => {
  let t;
  return Promise.race([p, new Promise((_, j) => (t = setTimeout(j, ms, new Error("timeout"))))]).finally(() =>
    clearTimeout(t),
  );
};
console.log(
  await timeout(
    sleep(1).then(() => "quick"),
    50,
  ),
  await timeout(sleep(80), 10).catch((e) => e.message),
);
const first = await Promise.any([Promise.reject(new Error("1")), sleep(2).then(() => "second")]);
console.log(first);
//= null null null null ok
//= [ 'sync throw: s', 'rejected: r', 'after await: a', 'timer: t' ]
//= [ 1, null, 3 ] [ 'job2: two' ]
//= null [ 'race: lost race' ]
//= [ 'got 1', 'stream: stream broke' ]
//= null [ 'inner: deep', 'outer: inner failed' ]
//= all
//= null 42 Cannot read properties of undefined (reading 'z') null
//= [ 1, 2, 3, 4 ]
//= quick timeout
//= second
