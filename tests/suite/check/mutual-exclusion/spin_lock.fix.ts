// lanes: model=threads
// check: threads=holds statement=holds
// Test and set in one step.
const inside = new AtomicInt(0);
function visit() {
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
}
const lock = new AtomicInt(0);
async function worker() {
  while (lock.exchange(1) === 1) {}
  visit();
  lock.set(0);
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
