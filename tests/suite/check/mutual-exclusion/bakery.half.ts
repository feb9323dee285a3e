// lanes: model=threads
// check: threads=assertion(32)
// The sign goes up when the other's number has been read already.
const inside = new AtomicInt(0);
function visit() {
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
}
const number = [new AtomicInt(0), new AtomicInt(0)];
const isDrawing = [new AtomicInt(0), new AtomicInt(0)];
async function customer(me: number) {
  const other = 1 - me;
  const theirs = number[other].get();
  isDrawing[me].set(1);
  number[me].set(theirs + 1);
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
