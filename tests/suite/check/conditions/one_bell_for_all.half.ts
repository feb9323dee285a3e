// check: threads=deadlock(20) tasks=deadlock(10) event-loop=deadlock(10)
// Passing the word on works only if whoever gets it is still to come.
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
  await yieldNow();
  await m.lock();
  isOpen = true;
  line.shift()?.release();
  m.unlock();
}
await Promise.all([spawn("V1", visit), spawn("V2", visit), spawn("opener", open)]);
