// check: threads=holds tasks=holds event-loop=holds
// What is true for all is told to all.
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
  while (line.length > 0) line.shift()?.release();
  m.unlock();
}
await Promise.all([spawn("V1", visit), spawn("V2", visit), spawn("opener", open)]);
