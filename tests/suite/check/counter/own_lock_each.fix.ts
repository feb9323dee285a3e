// lanes: model=threads
// check: threads=holds tasks=holds
// One variable, one lock.
let counter = 0;
async function worker(m: Mutex) {
  await m.lock();
  const seen = counter;
  await yieldNow();
  counter = seen + 1;
  m.unlock();
}
const first = new Mutex();
await Promise.all([spawn("A", () => worker(first)), spawn("B", () => worker(first))]);
assert(counter === 2, `counted ${counter}`);
