// lanes: model=threads
// check: threads=holds
// A lock asks only those who want it.
const inside = new AtomicInt(0);
function visit() {
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
}
const turn = new AtomicInt(0);
async function worker(me: number, rounds: number) {
  for (let i = 0; i < rounds; i++) {
    while (!turn.compareAndSet(0, 1)) {}
    visit();
    turn.set(0);
  }
}
await Promise.all([spawn("A", () => worker(0, 1)), spawn("B", () => worker(1, 2))]);
