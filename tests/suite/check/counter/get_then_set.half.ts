// lanes: model=threads
// check: threads=assertion(8) statement=assertion(8) tasks=holds event-loop=holds
// Looking once more makes the gap smaller, it does not close it.
const counter = new AtomicInt(0);
async function worker() {
  const seen = counter.get();
  if (counter.get() === seen) {
    counter.set(seen + 1);
  }
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
assert(counter.get() === 2, `counted ${counter.get()}`);
