// lanes: model=threads
// check: threads=holds
// Who draws says so, and the others wait for that before they compare.
const inside = new AtomicInt(0);
function visit() {
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
}
const number = [new AtomicInt(0), new AtomicInt(0)];
const isDrawing = [new AtomicInt(0), new AtomicInt(0)];
async function customer(me: number) {
  const other = 1 - me;
  isDrawing[me].set(1);
  number[me].set(number[other].get() + 1);
  isDrawing[me].set(0);
  while (isDrawing[other].get() === 1) {}
  for (;;) {
    const theirs = number[other].get();
    const mine = number[me].get();
    if (theirs === 0 || mine < theirs || (mine === theirs && me < other)) break;
  }
  visit();
  number[me].set(0);
}
await Promise.all([spawn("A", () => customer(0)), spawn("B", () => customer(1))]);
