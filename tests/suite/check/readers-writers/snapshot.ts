// lanes: model=threads
// check: threads=race(6),assertion(10) tasks=assertion(6) event-loop=holds
// The writer takes only a read lock: readers see one half of what it writes.
const lock = new RwLock();
let left = 0;
let right = 0;
async function writer() {
  await lock.readLock();
  left = left + 1;
  await yieldNow();
  right = right + 1;
  lock.readUnlock();
}
async function reader() {
  await lock.readLock();
  const l = left;
  await yieldNow();
  const r = right;
  lock.readUnlock();
  assert(l === r, `half: ${l} and ${r}`);
}
await Promise.all([spawn("writer", writer), spawn("reader", reader), spawn("reader", reader)]);
