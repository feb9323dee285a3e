// lanes: model=threads
// check: threads=assertion(11) tasks=assertion(6) event-loop=assertion(8)
// The writer is alone, but gives the lock up between its halves.
const lock = new RwLock();
let left = 0;
let right = 0;
async function writer() {
  await lock.writeLock();
  left = left + 1;
  lock.writeUnlock();
  await lock.writeLock();
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
