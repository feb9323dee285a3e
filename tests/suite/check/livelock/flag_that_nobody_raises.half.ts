// check: threads=livelock(6) tasks=livelock(4) event-loop=holds
// Raised if somebody waits for it already, and not if somebody comes later.
const isReady = new AtomicInt(0);
const isEmpty = new AtomicInt(1);
async function prepare() {
  if (isEmpty.get() === 0) isReady.set(1);
}
async function use() {
  isEmpty.set(0);
  while (isReady.get() === 0) await yieldNow();
}
await Promise.all([spawn("user", use), spawn("preparer", prepare)]);
