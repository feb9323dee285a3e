// check: threads=deadlock(15) tasks=deadlock(9) event-loop=deadlock(9)
// Only one of them may upgrade at a time, but it still waits for the other, which waits for its turn.
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
  await turn.lock();
  await upgrade();
  turn.unlock();
  await stopReading();
}
const turn = new Mutex();
await Promise.all([spawn("A", readThenWrite), spawn("B", readThenWrite)]);
