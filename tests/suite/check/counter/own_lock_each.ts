// lanes: model=threads
// check: threads=race(7),lost-update(9),assertion(13) tasks=lost-update(7),assertion(8)
// Everybody locks, but not the same lock.
let counter = 0;
async function worker(m: Mutex) {
  await m.lock();
  const seen = counter;
  await yieldNow();
  counter = seen + 1;
  m.unlock();
}
const first = new Mutex();
const second = new Mutex();
await Promise.all([spawn("A", () => worker(first)), spawn("B", () => worker(second))]);
assert(counter === 2, `counted ${counter}`);
