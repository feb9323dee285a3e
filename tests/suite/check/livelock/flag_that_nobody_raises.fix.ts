// check: threads=holds tasks=holds event-loop=holds
// Nothing to prepare is ready as well.
const isReady = new AtomicInt(0);
const isEmpty = new AtomicInt(1);
async function prepare() {
  isReady.set(1);
}
async function use() {
  while (isReady.get() === 0) await yieldNow();
}
await Promise.all([spawn("preparer", prepare), spawn("user", use)]);
