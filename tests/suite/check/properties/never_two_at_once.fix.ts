// check: threads=holds tasks=holds event-loop=holds
// Room for two.
const pool = new Semaphore(2);
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
