// check: threads=holds tasks=holds event-loop=holds
// One more connection than the requests can hold without being able to go on.
const pool = new Semaphore(3);
async function request() {
  await pool.acquire(); // for the query
  await pool.acquire(); // for the transaction inside
  pool.release();
  pool.release();
}
await Promise.all([spawn("A", request), spawn("B", request)]);
