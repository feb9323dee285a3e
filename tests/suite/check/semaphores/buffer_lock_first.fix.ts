// check: threads=holds tasks=holds event-loop=holds
// First the permit, then the lock.
const room = new Semaphore(1);
const items = new Semaphore(0);
const m = new Mutex();
const buffer: number[] = [];
async function produce() {
  for (let i = 0; i < 2; i++) {
    await room.acquire();
    await m.lock();
    buffer.push(i);
    items.release();
    m.unlock();
  }
}
async function consume() {
  for (let i = 0; i < 2; i++) {
    await items.acquire();
    await m.lock();
    assert(buffer.shift() === i);
    room.release();
    m.unlock();
  }
}
await Promise.all([spawn("producer", produce), spawn("consumer", consume)]);
