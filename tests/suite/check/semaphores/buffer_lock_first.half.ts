// check: threads=deadlock(5) tasks=deadlock(5) event-loop=deadlock(5)
// The same mistake, on the other side.
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
    await m.lock();
    await items.acquire();
    assert(buffer.shift() === i);
    room.release();
    m.unlock();
  }
}
await Promise.all([spawn("producer", produce), spawn("consumer", consume)]);
