// lanes: model=threads
// check: threads=holds
// A spin lock that looks before it tries: fewer attempts, and as safe.
const lock = new AtomicInt(0);
let total = 0;
async function worker() {
  do {
    while (lock.get() === 1) {}
  } while (!lock.compareAndSet(0, 1));
  total = total + 1;
  lock.set(0);
}
await Promise.all([spawn("A", worker), spawn("B", worker), spawn("C", worker)]);
assert(total === 3);
