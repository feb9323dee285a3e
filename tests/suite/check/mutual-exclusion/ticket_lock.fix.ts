// lanes: model=threads
// check: threads=holds
// Drawing is one step.
const inside = new AtomicInt(0);
function visit() {
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
}
const next = new AtomicInt(0);
const serving = new AtomicInt(0);
async function customer() {
  const mine = next.increment() - 1;
  while (serving.get() !== mine) {}
  visit();
  serving.increment();
}
await Promise.all([spawn("A", customer), spawn("B", customer)]);
