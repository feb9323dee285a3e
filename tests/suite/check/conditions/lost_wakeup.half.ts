// lanes: model=threads
// check: threads=deadlock(7) statement=deadlock(9) tasks=holds event-loop=holds
// Looking twice before waiting leaves a smaller gap.
const isReady = new AtomicInt(0);
const waiting = new AtomicInt(0);
const bell = new Semaphore(0);
async function consume() {
  if (isReady.get() === 0 && isReady.get() === 0) {
    waiting.increment();
    await bell.acquire();
  }
}
async function produce() {
  isReady.set(1);
  if (waiting.get() > 0) {
    bell.release();
  }
}
await Promise.all([spawn("consumer", consume), spawn("producer", produce)]);
