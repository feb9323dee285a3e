// lanes: model=threads
// check: threads=assertion(8) statement=assertion(11)
// Wait until the lock is free, then take it: two see it free.
const inside = new AtomicInt(0);
function visit() {
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
}
const lock = new AtomicInt(0);
async function worker() {
  while (lock.get() === 1) {}
  lock.set(1);
  visit();
  lock.set(0);
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
