// check: tasks=assertion(14) event-loop=holds
// Giving back to the one that was taken from helps one waiter; the limit is a different number for each of them.
let limit = 1;
let semaphore = new Semaphore(limit);
let underWay = 0;
async function execute(fn: () => Promise<void>) {
  const mine = semaphore;
  await mine.acquire();
  try {
    await fn();
    limit = 1;
    semaphore = new Semaphore(limit);
  } finally {
    mine.release();
  }
}
const call = () =>
  execute(async () => {
    underWay++;
    assert(underWay <= 1, "more than the limit");
    await yieldNow();
    await yieldNow();
    underWay--;
  });
await Promise.all([
  spawn("A", call),
  spawn("B", call),
  spawn("C", async () => {
    await yieldNow();
    await yieldNow();
    await yieldNow();
    await call();
  }),
]);
