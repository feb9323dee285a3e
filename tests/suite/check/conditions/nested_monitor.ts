// check: threads=deadlock(4) tasks=deadlock(4) event-loop=deadlock(4)
// Nested monitors: the consumer waits inside for something that has to come through the lock it holds outside.
const outer = new Mutex();
const items = new Semaphore(0);
async function consume() {
  await outer.lock();
  await items.acquire();
  outer.unlock();
}
async function produce() {
  await outer.lock();
  items.release();
  outer.unlock();
}
await Promise.all([spawn("consumer", consume), spawn("producer", produce)]);
