// check: tasks=holds event-loop=holds
// One connection at a time: it goes back before the next one is asked for.
const pool = new ConnectionPool(() => ({}), { maxSize: 2, minSize: 0, acquireTimeoutMs: Infinity, validateOnBorrow: false });
async function copy() {
  await pool.withConnection(() => io("read", 1));
  await pool.withConnection(() => io("write", 1));
}
await Promise.all([copy(), copy()]);
