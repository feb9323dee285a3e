// check: threads=sometimes(1) tasks=sometimes(1) event-loop=sometimes(1)
// The point of the pool is that two work at once, and a pool of one is as safe as it is useless.
const pool = new Semaphore(1);
const working = new AtomicInt(0);
sometimes("two work at once", () => working.get() === 2);
async function job() {
  await pool.acquire();
  working.increment();
  await yieldNow();
  working.decrement();
  pool.release();
}
await Promise.all([spawn("A", job), spawn("B", job)]);
