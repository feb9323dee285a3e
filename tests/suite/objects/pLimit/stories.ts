// As many calls at a time as allowed, the others in line; results and errors reach whoever called.
const limit = pLimit(2);
let active = 0;
let most = 0;
async function job(n: number) {
  active++;
  most = Math.max(most, active);
  await sleep(10 * n);
  active--;
  if (n === 4) throw new Error("four");
  return n * n;
}
const all = [3, 1, 2].map((n) => limit(job, n));
await sleep(1);
console.log(limit.activeCount, limit.pendingCount, limit.concurrency);
console.log(await Promise.all(all), most, performance.now());
try {
  await limit(job, 4);
} catch (error) {
  console.log(String(error), limit.activeCount);
}
console.log(await limit(() => "a plain value"), await limit.map([1, 2], job));

// Changing the limit lets waiters in at once and interrupts nobody.
most = 0;
const more = [1, 1, 1, 1].map((n) => limit(job, n));
await sleep(1);
limit.concurrency = 4;
await sleep(1);
console.log(limit.activeCount, limit.pendingCount);
limit.concurrency = 1;
await Promise.all(more);
console.log(most, limit.concurrency);

// Clearing the queue with rejectOnClear tells whoever waited.
const clearing = pLimit({ concurrency: 1, rejectOnClear: true });
const results = [1, 2, 3].map((n) => clearing(job, n));
const settled = Promise.allSettled(results);
await sleep(1);
clearing.clearQueue();
console.log((await settled).map((result) => (result.status === "fulfilled" ? result.value : String(result.reason))));
//= 2 1 2
//= [ 9, 1, 4 ] 2 30
//= Error: four 0
//= a plain value [ 1, 4 ]
//= 4 0
//= 4 1
//= [
//=   1,
//=   'AbortError: This operation was aborted',
//=   'AbortError: This operation was aborted'
//= ]
