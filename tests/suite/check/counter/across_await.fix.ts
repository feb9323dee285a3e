// check: threads=holds tasks=holds event-loop=holds
// Read, wait and write under one lock.
let counter = 0;
const m = new Mutex();
async function worker() {
  await m.lock();
  const seen = counter;
  await sleep(1);
  counter = seen + 1;
  m.unlock();
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
assert(counter === 2, `counted ${counter}`);
