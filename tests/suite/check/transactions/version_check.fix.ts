// check: tasks=holds event-loop=holds
// The check and the write are one step.
const row = { value: 0, version: 0 };
async function add() {
  for (;;) {
    const value = row.value;
    const version = row.version;
    await sleep(1); // computes
    if (row.version === version) {
      row.value = value + 1;
      row.version = version + 1;
      await sleep(1); // waits for the disk
      return;
    }
  }
}
await Promise.all([spawn("A", add), spawn("B", add)]);
assert(row.value === 2, `${row.value} after two additions`);
