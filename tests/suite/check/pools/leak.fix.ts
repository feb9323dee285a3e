// check: tasks=holds event-loop=holds threads=holds
// `withConnection` gives it back whatever happens.
const pool = new ConnectionPool(() => ({}), { maxSize: 2, minSize: 0, validateOnBorrow: false });
spawn("A", async () => {
  await pool.withConnection(() => {
    if (choose([true, false])) return;
    progress();
  });
});
