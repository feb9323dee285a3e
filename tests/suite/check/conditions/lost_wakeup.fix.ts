// lanes: model=threads
// check: threads=holds statement=holds tasks=holds event-loop=holds
// Say that you will wait, then look, then wait.
const isReady = new AtomicInt(0);
const waiting = new AtomicInt(0);
const bell = new Semaphore(0);
async function consume() {
  waiting.increment();
  if (isReady.get() === 0) {
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
