// check: tasks=leak(6) event-loop=leak(6) threads=leak(7)
// An early return keeps the connection for ever.
const pool = new ConnectionPool(() => ({}), { maxSize: 2, minSize: 0, validateOnBorrow: false });
spawn("A", async () => {
  const connection = await pool.acquire();
  if (choose([true, false])) return;
  pool.release(connection);
});
