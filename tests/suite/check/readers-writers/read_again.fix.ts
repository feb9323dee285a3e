// lanes: model=threads
// check: threads=holds tasks=holds event-loop=holds
// One read lock is enough for both.
const lock = new RwLock();
let value = 0;
async function reader() {
  await lock.readLock();
  await yieldNow();
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
