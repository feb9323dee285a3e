// lanes: model=threads
// check: threads=assertion(7) statement=holds tasks=holds event-loop=holds
// Each operation is atomic, the two together are not.
const counter = new AtomicInt(0);
async function worker() {
  counter.set(counter.get() + 1);
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
assert(counter.get() === 2, `counted ${counter.get()}`);
