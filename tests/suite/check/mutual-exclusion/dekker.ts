// lanes: model=threads
// check: threads=livelock(9)
// Both say that they want to enter, and both wait until the other no longer does.
const inside = new AtomicInt(0);
function visit() {
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
}
const wants = [new AtomicInt(0), new AtomicInt(0)];
const turn = new AtomicInt(0);
async function worker(me: number) {
  const mine = wants[me];
  const other = wants[1 - me];
  mine.set(1);
  while (other.get() === 1) {}
  visit();
  mine.set(0);
}
await Promise.all([spawn("A", () => worker(0)), spawn("B", () => worker(1))]);
