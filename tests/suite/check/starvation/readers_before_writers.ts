// check: threads=starvation(31) tasks=starvation(12)
// As long as one reader is inside the next may enter, and the writer waits for all of them to be gone.
const m = new Mutex();
const room = new Semaphore(1);
let readers = 0;
async function read() {
  for (;;) {
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
  await room.acquire();
  room.release();
}
spawn("R1", read, { daemon: true });
spawn("R2", read, { daemon: true });
spawn("writer", write);
