// check: threads=sometimes(1) tasks=sometimes(1) event-loop=sometimes(1)
// Room for two, behind a door for one.
const pool = new Semaphore(2);
const door = new Mutex();
const working = new AtomicInt(0);
sometimes("two work at once", () => working.get() === 2);
async function job() {
  await door.lock();
  await pool.acquire();
  working.increment();
  await yieldNow();
  working.decrement();
  pool.release();
  door.unlock();
}
await Promise.all([spawn("A", job), spawn("B", job)]);
