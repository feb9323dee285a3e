// lanes: model=threads
// check: threads=deadlock(0) tasks=deadlock(0) event-loop=holds
// The second read lock is held for a moment only; it is asked for all the same.
const lock = new RwLock();
let value = 0;
async function reader() {
  await lock.readLock();
  await yieldNow();
  await lock.withRead(() => {});
  const seen = value;
  lock.readUnlock();
  return seen;
}
async function writer() {
  await lock.writeLock();
  value = 1;
  lock.writeUnlock();
}
await Promise.all([spawn("reader", reader), spawn("writer", writer)]);
