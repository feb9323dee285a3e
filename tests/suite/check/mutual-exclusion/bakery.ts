// lanes: model=threads
// check: threads=assertion(20)
// Lamport's bakery without the sign that somebody is drawing a number: two may draw the same, one of them late.
const inside = new AtomicInt(0);
function visit() {
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
}
const number = [new AtomicInt(0), new AtomicInt(0)];
async function customer(me: number) {
  const other = 1 - me;
  number[me].set(number[other].get() + 1);
  for (;;) {
    const theirs = number[other].get();
    const mine = number[me].get();
    if (theirs === 0 || mine < theirs || (mine === theirs && me < other)) break;
  }
  visit();
  number[me].set(0);
}
await Promise.all([spawn("A", () => customer(0)), spawn("B", () => customer(1))]);
