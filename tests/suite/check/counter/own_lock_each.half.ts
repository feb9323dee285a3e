// lanes: model=threads
// check: threads=race(7),lost-update(9),assertion(18) tasks=lost-update(7),assertion(11)
// A and C agree on a lock, B does not.
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
await Promise.all([
  spawn("A", () => worker(first)),
  spawn("B", () => worker(second)),
  spawn("C", () => worker(first)),
]);
assert(counter === 3, `counted ${counter}`);
