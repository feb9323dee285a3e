// lanes: model=threads
// check: threads=assertion(4),race(5)
// One of them does the preparation, the others do not wait for it.
const hasBegun = new AtomicInt(0);
let table = 0;
async function client() {
  if (hasBegun.compareAndSet(0, 1)) {
    table = 42;
  }
  assert(table === 42, "used before it was prepared");
}
await Promise.all([spawn("A", client), spawn("B", client)]);
