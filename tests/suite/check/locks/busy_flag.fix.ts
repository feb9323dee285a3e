// lanes: model=threads
// check: threads=holds statement=holds tasks=holds event-loop=holds
// A lock that is tried does both in one step.
const isBusy = new Mutex();
const inside = new AtomicInt(0);
async function worker() {
  while (!isBusy.tryLock()) await yieldNow();
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
  isBusy.unlock();
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
