// lanes: model=threads
// check: threads=deadlock(5) tasks=deadlock(5) event-loop=deadlock(5)
// Reading again inside of a read: a writer that came in between stands before it, and waits for it.
const lock = new RwLock();
let value = 0;
async function reader() {
  await lock.readLock();
  await yieldNow();
  await lock.readLock();
  const seen = value;
  lock.readUnlock();
  lock.readUnlock();
  return seen;
}
async function writer() {
  await lock.writeLock();
  value = 1;
  lock.writeUnlock();
}
await Promise.all([spawn("reader", reader), spawn("writer", writer)]);
