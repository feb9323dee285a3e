// check: tasks=lost-update(9),assertion(10) event-loop=lost-update(11),assertion(12)
// Optimistic locking with a wait between the check of the version and the write.
const row = { value: 0, version: 0 };
async function add() {
  for (;;) {
    const value = row.value;
    const version = row.version;
    await sleep(1); // computes
    if (row.version === version) {
      await sleep(1); // writes
      row.value = value + 1;
      row.version = version + 1;
      return;
    }
  }
}
await Promise.all([spawn("A", add), spawn("B", add)]);
assert(row.value === 2, `${row.value} after two additions`);
