// lanes: model=threads
// check: threads=holds
// A third state says that it is done, and everybody waits for that.
const hasBegun = new AtomicInt(0);
let table = 0;
async function client() {
  if (hasBegun.compareAndSet(0, 1)) {
    table = 42;
    hasBegun.set(2);
  }
  while (hasBegun.get() !== 2) {}
  assert(table === 42, "used before it was prepared");
}
await Promise.all([spawn("A", client), spawn("B", client)]);
