// check: threads=deadlock(10) tasks=deadlock(7) event-loop=deadlock(7)
// A bounded buffer by semaphores: who takes the lock first waits for room with the lock in hand.
const room = new Semaphore(1);
const items = new Semaphore(0);
const m = new Mutex();
const buffer: number[] = [];
async function produce() {
  for (let i = 0; i < 2; i++) {
    await m.lock();
    await room.acquire();
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
