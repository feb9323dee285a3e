// check: threads=deadlock(10),leak(12) tasks=holds event-loop=holds
// Giving back in `catch` helps who is cancelled, and forgets who is not.
const jobs = new Semaphore(1);
const a = spawn("A", async () => {
  await jobs.acquire();
  try {
    await sleep(5);
  } catch (error) {
    jobs.release();
    throw error;
  }
});
const b = spawn("B", async () => {
  await jobs.acquire();
  jobs.release();
});
await sleep(1);
a.cancel();
await Promise.allSettled([a, b]);
