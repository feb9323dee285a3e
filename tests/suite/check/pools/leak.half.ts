// check: tasks=leak(6) event-loop=leak(6) threads=leak(7)
// Given back on both ways, but not when something throws; the error is dealt with, and the connection is gone.
const pool = new ConnectionPool(() => ({}), { maxSize: 2, minSize: 0, validateOnBorrow: false });
spawn("A", async () => {
  try {
    const connection = await pool.acquire();
    if (choose([true, false])) throw new Error("a bad row");
    pool.release(connection);
  } catch {
    progress();
  }
});
