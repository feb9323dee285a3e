// AdaptiveConcurrency: everybody gets in, however often the limit changes.
const limiter = new AdaptiveConcurrency({ initial: 2, max: 4, decreaseFactor: 0.5 });
let most = 0;
let running = 0;
async function call(n) {
  running++;
  most = Math.max(most, running);
  await sleep(10);
  running--;
  if (n === 3) throw new Error("overloaded");
  return n;
}
const results = await Promise.allSettled(
  [1, 2, 3, 4, 5, 6].map((n) => spawn(`call ${n}`, () => limiter.execute(() => call(n)))),
);
console.log(results.map((result) => (result.status === "fulfilled" ? result.value : result.reason.message)));
console.log(most, limiter.limit, limiter.active, limiter.waiting);
//= [ 1, 2, 'overloaded', 4, 5, 6 ]
//= 4 4 0 0
