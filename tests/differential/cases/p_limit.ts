// p-limit 7.3.3 and our pLimit: who runs when, in which order results and errors arrive, and what the counts say.
//
// Left out on purpose:
// - A function that ends without waiting: the next one begins a microtask later than with p-limit, because ours spends the
//   microtask that wrapping costs p-limit otherwise.
// - After `limit.concurrency = n` ours lets waiters in at once, p-limit one microtask later: a change and its effect are one step,
//   so that no check has to look at what is in between.
// - The words of the errors for a wrong concurrency.
//- theirs
import pLimit from "p-limit";
//- ours
//- both
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const log: string[] = [];
const limit = pLimit(2);
const job = async (name: string, ms: number) => {
  log.push(`${name} begins at ${performance.now()} (${limit.activeCount} active, ${limit.pendingCount} pending)`);
  await sleep(ms);
  log.push(`${name} ends at ${performance.now()}`);
  if (name === "c") throw new Error("c failed");
  return name.toUpperCase();
};
const calls = [limit(job, "a", 30), limit(job, "b", 10), limit(job, "c", 10), limit(job, "d", 5), limit(job, "e", 1)];
console.log(limit.activeCount, limit.pendingCount, limit.concurrency);
calls.forEach((call, index) => {
  call.then(
    (value) => log.push(`${index}: ${value} (${limit.activeCount} active, ${limit.pendingCount} pending)`),
    (error) => log.push(`${index}: ${error.message} (${limit.activeCount} active, ${limit.pendingCount} pending)`),
  );
});
await Promise.allSettled(calls);
console.log(log.join("\n"));

// The order of microtasks around the beginning and the end of a call.
const ticks: string[] = [];
const chain = (name: string, count: number) => {
  let promise = Promise.resolve();
  for (let i = 1; i <= count; i++) promise = promise.then(() => void ticks.push(`${name}${i}`));
};
const narrow = pLimit(1);
const first = narrow(async () => {
  ticks.push("first begins");
  await sleep(1);
  ticks.push("first ends");
  chain("t", 6);
});
const second = narrow(async () => {
  ticks.push("second begins");
  await sleep(1);
});
first.then(() => ticks.push("first told"));
second.then(() => ticks.push("second told"));
chain("s", 4);
await second;
console.log(ticks.join(", "));

// Many calls of a narrow limit: never more than allowed, all results in order.
const wide = pLimit(3);
let active = 0;
let most = 0;
const squares = await wide.map([5, 4, 3, 2, 1, 2, 3, 4, 5], async (n) => {
  active++;
  most = Math.max(most, active);
  await sleep(n);
  active--;
  return n * n;
});
console.log(squares.join(), most, performance.now(), wide.activeCount, wide.pendingCount);

// Clearing with rejectOnClear.
const clearing = pLimit({ concurrency: 1, rejectOnClear: true });
const cleared = [1, 2, 3].map((n) => clearing(async () => {
  await sleep(5);
  return n;
}));
await Promise.resolve();
clearing.clearQueue();
console.log((await Promise.allSettled(cleared)).map((result) => (result.status === "fulfilled" ? result.value : result.reason.name)));
