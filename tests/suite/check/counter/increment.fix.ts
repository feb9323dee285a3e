// lanes: model=threads
// check: threads=holds statement=holds tasks=holds event-loop=holds
// An atomic increment is one step.
const counter = new AtomicInt(0);
async function worker() {
  counter.increment();
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
assert(counter.get() === 2, `counted ${counter.get()}`);
