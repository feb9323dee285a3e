// check: threads=deadlock(19) tasks=deadlock(9) event-loop=deadlock(9)
// The gate opens for everybody, but only one of those who wait is told.
const m = new Mutex();
const line: Semaphore[] = [];
let isOpen = false;
async function visit() {
  await m.lock();
  while (!isOpen) {
    const place = new Semaphore(0);
    line.push(place);
    m.unlock();
    await place.acquire();
    await m.lock();
  }
  m.unlock();
}
async function open() {
  await m.lock();
  isOpen = true;
  line.shift()?.release();
  m.unlock();
}
await Promise.all([spawn("V1", visit), spawn("V2", visit), spawn("opener", open)]);
