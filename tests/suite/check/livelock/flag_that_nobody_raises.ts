// check: threads=livelock(5) tasks=livelock(4) event-loop=livelock(4)
// Waiting in a loop for something that is forgotten on the way that the other takes.
const isReady = new AtomicInt(0);
const isEmpty = new AtomicInt(1);
async function prepare() {
  if (isEmpty.get() === 1) return; // nothing to prepare
  isReady.set(1);
}
async function use() {
  while (isReady.get() === 0) await yieldNow();
}
await Promise.all([spawn("preparer", prepare), spawn("user", use)]);
