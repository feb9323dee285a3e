// check: threads=starvation(33) tasks=starvation(14)
// A pause between two visits: the other one is inside meanwhile.
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
    await yieldNow();
  }
}
async function write() {
  await room.acquire();
  room.release();
}
spawn("R1", read, { daemon: true });
spawn("R2", read, { daemon: true });
spawn("writer", write);
