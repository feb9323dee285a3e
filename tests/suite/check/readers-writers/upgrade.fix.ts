// check: threads=holds tasks=holds event-loop=holds
// Stop reading, then ask to write.
const m = new Mutex();
const noReaders = new Semaphore(0);
let readers = 0;
async function startReading() {
  await m.lock();
  readers++;
  m.unlock();
}
async function upgrade() {
  await m.lock();
  const others = readers - 1;
  m.unlock();
  for (let i = 0; i < others; i++) await noReaders.acquire();
}
async function stopReading() {
  await m.lock();
  readers--;
  m.unlock();
  noReaders.release();
}
async function readThenWrite() {
  await startReading();
  await stopReading();
  await write.lock();
  write.unlock();
}
const write = new Mutex();
await Promise.all([spawn("A", readThenWrite), spawn("B", readThenWrite)]);
