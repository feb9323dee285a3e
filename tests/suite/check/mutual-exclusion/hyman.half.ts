// lanes: model=threads
// check: threads=livelock(13)
// Taking the turn before the wait keeps them apart, for ever if need be.
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
    turn.set(me);
    while (wants[other].get() === 1) {}
  }
  visit();
  wants[me].set(0);
}
await Promise.all([spawn("A", () => worker(0)), spawn("B", () => worker(1))]);
