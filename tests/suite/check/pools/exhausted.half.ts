// check: tasks=deadlock(19) event-loop=deadlock(16)
// One more connection is enough for two; not for three.
const pool = new ConnectionPool(() => ({}), { maxSize: 3, minSize: 0, acquireTimeoutMs: Infinity, validateOnBorrow: false });
async function copy() {
  const from = await pool.acquire();
  await io("read", 1);
  const to = await pool.acquire();
  pool.release(to);
  pool.release(from);
}
await Promise.all([copy(), copy(), copy()]);
