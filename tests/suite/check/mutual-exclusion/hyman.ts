// lanes: model=threads
// check: threads=assertion(14)
// Hyman's algorithm of 1966, published as a simplification of Dekker's, and wrong.
const inside = new AtomicInt(0);
function visit() {
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
}
const wants = [new AtomicInt(0), new AtomicInt(0)];
const turn = new AtomicInt(0);
async function worker(me: number) {
  const other = 1 - me;
  wants[me].set(1);
  while (turn.get() !== me) {
    while (wants[other].get() === 1) {}
    turn.set(me);
  }
  visit();
  wants[me].set(0);
}
await Promise.all([spawn("A", () => worker(0)), spawn("B", () => worker(1))]);
