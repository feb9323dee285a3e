// check: threads=deadlock(17) tasks=deadlock(9) event-loop=deadlock(9)
// Two readers want to become writers, and each waits for the other to stop reading.
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
  await upgrade();
  await stopReading();
}
await Promise.all([spawn("A", readThenWrite), spawn("B", readThenWrite)]);
