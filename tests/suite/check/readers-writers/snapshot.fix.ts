// lanes: model=threads
// check: threads=holds tasks=holds event-loop=holds
// Readers share, the writer is alone.
const lock = new RwLock();
let left = 0;
let right = 0;
async function writer() {
  await lock.writeLock();
  left = left + 1;
  await yieldNow();
  right = right + 1;
  lock.writeUnlock();
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
