// check: threads=deadlock(4) tasks=deadlock(4) event-loop=holds
// Right if the producer comes first.
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
await Promise.all([spawn("producer", produce), spawn("consumer", consume)]);
