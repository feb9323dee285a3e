// check: threads=holds tasks=holds event-loop=holds
// Wait with nothing in hand.
const outer = new Mutex();
const items = new Semaphore(0);
async function consume() {
  await items.acquire();
  await outer.lock();
  outer.unlock();
}
async function produce() {
  await outer.lock();
  items.release();
  outer.unlock();
}
await Promise.all([spawn("consumer", consume), spawn("producer", produce)]);
