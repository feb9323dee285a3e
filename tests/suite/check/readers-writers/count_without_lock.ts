// check: threads=race(4),lost-update(5),assertion(10),deadlock(14),leak(22) tasks=assertion(5) event-loop=holds
// The second reader sees that there is a first one, which is still waiting for the writer to leave.
const room = new Semaphore(1);
let readers = 0;
const writing = new AtomicInt(0);
async function read() {
  readers = readers + 1;
  if (readers === 1) await room.acquire();
  assert(writing.get() === 0, "reads while somebody writes");
  readers = readers - 1;
  if (readers === 0) room.release();
}
async function write() {
  await room.acquire();
  writing.set(1);
  await yieldNow();
  writing.set(0);
  room.release();
}
await Promise.all([spawn("writer", write), spawn("R1", read), spawn("R2", read)]);
