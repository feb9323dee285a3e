// check: tasks=deadlock(5),leak(8) event-loop=deadlock(5)
// A new semaphore for each limit: who waits on the old one is woken only by those who hold it, and they give back to the new one.
let limit = 1;
let semaphore = new Semaphore(limit);
async function execute(fn: () => Promise<void>) {
  await semaphore.acquire();
  try {
    await fn();
    limit++;
    semaphore = new Semaphore(limit);
  } finally {
    semaphore.release();
  }
}
const call = () => execute(() => yieldNow());
await Promise.all([spawn("A", call), spawn("B", call)]);
