// check: threads=race(4),assertion(5) statement=race(7),assertion(9) tasks=assertion(4) event-loop=holds
// Only the writer locks.
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
  const a = low;
  const b = high;
  assert(a === b, `half an update: ${a}, ${b}`);
}
await Promise.all([spawn("writer", update), spawn("reader", read)]);
