// lanes: model=threads
// check: threads=livelock(11)
// Giving the turn away once more at the end is not enough: it comes back after that.
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
  turn.set(1 - me);
}
await Promise.all([spawn("A", () => worker(0, 1)), spawn("B", () => worker(1, 2))]);
