// lanes: model=threads
// check: threads=assertion(10),livelock(10)
// A ticket is drawn in two steps: two customers get the same one, and when it has been served, the second waits for ever.
const inside = new AtomicInt(0);
function visit() {
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
}
const next = new AtomicInt(0);
const serving = new AtomicInt(0);
async function customer() {
  const mine = next.get();
  next.set(mine + 1);
  while (serving.get() !== mine) {}
  visit();
  serving.increment();
}
await Promise.all([spawn("A", customer), spawn("B", customer)]);
