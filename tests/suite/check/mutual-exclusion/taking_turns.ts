// lanes: model=threads
// check: threads=livelock(10)
// Strict alternation: who has nothing to do any more never gives the turn back.
const inside = new AtomicInt(0);
function visit() {
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
}
const turn = new AtomicInt(0);
async function worker(me: number, rounds: number) {
  for (let i = 0; i < rounds; i++) {
    while (turn.get() !== me) {}
    visit();
    turn.set(1 - me);
  }
}
await Promise.all([spawn("A", () => worker(0, 1)), spawn("B", () => worker(1, 2))]);
