// check: threads=deadlock(7) tasks=deadlock(7) event-loop=deadlock(7)
// A larger pool moves the limit to the next request.
const pool = new Semaphore(3);
async function request() {
  await pool.acquire(); // for the query
  await pool.acquire(); // for the transaction inside
  pool.release();
  pool.release();
}
await Promise.all([spawn("A", request), spawn("B", request), spawn("C", request)]);
