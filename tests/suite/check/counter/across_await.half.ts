// check: threads=race(7),lost-update(12),assertion(15) tasks=lost-update(8),assertion(9) event-loop=lost-update(9),assertion(10)
// The lock is taken too late: the value was read before.
let counter = 0;
const m = new Mutex();
async function worker() {
  const seen = counter;
  await sleep(1);
  await m.lock();
  counter = seen + 1;
  m.unlock();
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
assert(counter === 2, `counted ${counter}`);
