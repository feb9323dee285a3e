// check: tasks=deadlock(13) event-loop=deadlock(11)
// Everybody holds one connection and waits for a second one.
const pool = new ConnectionPool(() => ({}), { maxSize: 2, minSize: 0, acquireTimeoutMs: Infinity, validateOnBorrow: false });
async function copy() {
  const from = await pool.acquire();
  await io("read", 1);
  const to = await pool.acquire();
  await io("write", 1);
  pool.release(to);
  pool.release(from);
}
await Promise.all([copy(), copy()]);
