// check: threads=deadlock(9),leak(11) tasks=deadlock(7),leak(9) event-loop=deadlock(7)
// Whoever is cancelled between taking and giving back keeps the permit, and the next one waits for ever.
const jobs = new Semaphore(1);
const a = spawn("A", async () => {
  await jobs.acquire();
  await sleep(5);
  jobs.release();
});
const b = spawn("B", async () => {
  await jobs.acquire();
  jobs.release();
});
await sleep(1);
a.cancel();
await Promise.allSettled([a, b]);
