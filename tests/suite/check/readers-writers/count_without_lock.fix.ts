// check: threads=holds tasks=holds event-loop=holds
// The count and the door are one under a lock: the second reader waits behind the first.
const room = new Semaphore(1);
let readers = 0;
const writing = new AtomicInt(0);
async function read() {
  await m.lock();
  readers = readers + 1;
  if (readers === 1) await room.acquire();
  m.unlock();
  assert(writing.get() === 0, "reads while somebody writes");
  await m.lock();
  readers = readers - 1;
  if (readers === 0) room.release();
  m.unlock();
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
