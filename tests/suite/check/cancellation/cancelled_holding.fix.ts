// check: threads=holds tasks=holds event-loop=holds
// `finally` gives back whatever happens; a wait that is cancelled was never granted.
const jobs = new Semaphore(1);
const use = async () => {
  await jobs.acquire();
  try {
    await sleep(5);
  } finally {
    jobs.release();
  }
};
const a = spawn("A", use);
const b = spawn("B", use);
await sleep(1);
a.cancel();
await Promise.allSettled([a, b]);
assert(jobs.available === 1, "a permit is lost");
