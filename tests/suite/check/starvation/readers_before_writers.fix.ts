// check: threads=holds tasks=holds
// A turnstile: while the writer waits, no reader passes.
const m = new Mutex();
const room = new Semaphore(1);
let readers = 0;
const turnstile = new Mutex();
async function read() {
  for (;;) {
    await turnstile.lock();
    turnstile.unlock();
    await m.lock();
    readers++;
    if (readers === 1) await room.acquire();
    m.unlock();
    await yieldNow(); // reads
    await m.lock();
    readers--;
    if (readers === 0) room.release();
    m.unlock();
  }
}
async function write() {
  await turnstile.lock();
  await room.acquire();
  room.release();
  turnstile.unlock();
}
spawn("R1", read, { daemon: true });
spawn("R2", read, { daemon: true });
spawn("writer", write);
