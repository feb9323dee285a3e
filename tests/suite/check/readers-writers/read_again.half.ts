// lanes: model=threads
// check: threads=deadlock(5) tasks=deadlock(5) event-loop=deadlock(5)
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
