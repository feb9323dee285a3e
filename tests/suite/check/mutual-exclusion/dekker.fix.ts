// lanes: model=threads
// check: threads=holds
// Dekker's algorithm: who has not got the turn steps back until it comes.
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
  while (other.get() === 1) {
    if (turn.get() !== me) {
      mine.set(0);
      while (turn.get() !== me) {}
      mine.set(1);
    }
  }
  visit();
  turn.set(1 - me);
  mine.set(0);
}
await Promise.all([spawn("A", () => worker(0)), spawn("B", () => worker(1))]);
