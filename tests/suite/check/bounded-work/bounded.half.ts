// check: threads=deadlock(5),leak(7) tasks=deadlock(5),leak(8) event-loop=deadlock(2)
// A permit that is not given back when the call fails.
const permits = new Semaphore(1);
async function call(n: number) {
  await permits.acquire();
  if (n === 1) throw new Error("failed");
  permits.release();
}
await Promise.allSettled([call(1), call(2), call(3)]);
