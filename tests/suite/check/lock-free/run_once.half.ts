// lanes: model=threads
// check: threads=assertion(6),race(7)
// Said to be done a moment too early.
const hasBegun = new AtomicInt(0);
let table = 0;
async function client() {
  if (hasBegun.compareAndSet(0, 1)) {
    hasBegun.set(2);
    table = 42;
  }
  while (hasBegun.get() !== 2) {}
  assert(table === 42, "used before it was prepared");
}
await Promise.all([spawn("A", client), spawn("B", client)]);
