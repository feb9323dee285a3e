// check: threads=race(12),lost-update(13),deadlock(17),assertion(21),leak(26) tasks=holds event-loop=holds
// Locked on the way in, but not on the way out.
const room = new Semaphore(1);
let readers = 0;
const writing = new AtomicInt(0);
async function read() {
  await m.lock();
  readers = readers + 1;
  if (readers === 1) await room.acquire();
  m.unlock();
  assert(writing.get() === 0, "reads while somebody writes");
  readers = readers - 1;
  if (readers === 0) room.release();
}
const m = new Mutex();
async function write() {
  await room.acquire();
  writing.set(1);
  await yieldNow();
  writing.set(0);
  room.release();
}
await Promise.all([spawn("writer", write), spawn("R1", read), spawn("R2", read)]);
