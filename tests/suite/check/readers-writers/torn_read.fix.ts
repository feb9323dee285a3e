// check: threads=holds statement=holds tasks=holds event-loop=holds
// Both sides take the lock.
let low = 0;
let high = 0;
const m = new Mutex();
async function update() {
  await m.lock();
  low = 1;
  await yieldNow();
  high = 1;
  m.unlock();
}
async function read() {
  await m.lock();
  const a = low;
  const b = high;
  m.unlock();
  assert(a === b, `half an update: ${a}, ${b}`);
}
await Promise.all([spawn("writer", update), spawn("reader", read)]);
