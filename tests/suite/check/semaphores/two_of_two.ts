// check: threads=deadlock(5) tasks=deadlock(5) event-loop=deadlock(5)
// Pool exhaustion: each request needs two connections, and each has got one of the two.
const pool = new Semaphore(2);
async function request() {
  await pool.acquire(); // for the query
  await pool.acquire(); // for the transaction inside
  pool.release();
  pool.release();
}
await Promise.all([spawn("A", request), spawn("B", request)]);
