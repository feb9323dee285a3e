// check: tasks=lost-update(12),assertion(13) event-loop=lost-update(15),assertion(16)
// Checked once more, and written after one more wait.
const row = { value: 0, version: 0 };
async function add() {
  for (;;) {
    const value = row.value;
    const version = row.version;
    await sleep(1); // computes
    if (row.version === version) {
      await sleep(1); // begins to write
      if (row.version !== version) continue;
      await sleep(1); // writes
      row.value = value + 1;
      row.version = version + 1;
      return;
    }
  }
}
await Promise.all([spawn("A", add), spawn("B", add)]);
assert(row.value === 2, `${row.value} after two additions`);
