// lanes: model=threads
// check: threads=holds statement=holds tasks=holds event-loop=holds
// Compare and set, until nobody came in between.
const counter = new AtomicInt(0);
async function worker() {
  let seen = counter.get();
  while (!counter.compareAndSet(seen, seen + 1)) {
    seen = counter.get();
  }
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
assert(counter.get() === 2, `counted ${counter.get()}`);
