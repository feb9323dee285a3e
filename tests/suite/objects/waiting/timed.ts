// A time limit ends a wait with a TimeoutError that says what and how long.
const jobs = new Semaphore(1);
const m = new Mutex();
const c = new Channel<number>();
await jobs.acquire({ timeoutMs: 10 });
await m.lock({ timeoutMs: 10 });
const waits: (() => Promise<unknown>)[] = [
  () => jobs.acquire({ timeoutMs: 20 }),
  () => m.lock({ timeoutMs: 2.5 }),
  () => c.send(1, { timeoutMs: 5 }),
  () => c.receive({ timeoutMs: 5 }),
];
for (const wait of waits) {
  try {
    await wait();
  } catch (error) {
    console.log((error as Error).name, (error as Error).message, error instanceof Error);
  }
}
console.log(performance.now(), jobs.waiting, m.waiting, c.length);
// Who got what it waited for is not told again when the limit is over.
const got = jobs.acquire({ timeoutMs: 50 });
jobs.release();
await got;
await sleep(100);
console.log(jobs.available, await jobs.tryAcquireFor(5, { timeoutMs: 50 }));
// The shorter of both limits counts, and the error says which it was.
try {
  await jobs.tryAcquireFor(50, { timeoutMs: 5 });
} catch (error) {
  console.log((error as Error).message);
}
jobs.release();
m.unlock();
//= TimeoutError jobs.acquire(): timed out after 20 ms true
//= TimeoutError m.lock(): timed out after 2.5 ms true
//= TimeoutError c.send(): timed out after 5 ms true
//= TimeoutError c.receive(): timed out after 5 ms true
//= 32.5 0 0 0
//= 0 false
//= jobs.acquire(): timed out after 5 ms
