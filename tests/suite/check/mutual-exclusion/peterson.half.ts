// lanes: model=threads
// check: threads=assertion(15)
// Atomic, but the turn is given away before the wish is known.
const inside = new AtomicInt(0);
function visit() {
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
}
const wants = { a: new AtomicInt(0), b: new AtomicInt(0) };
const turn = new AtomicInt(0); // 0 is A's
async function a() {
  turn.set(1);
  wants.a.set(1);
  while (wants.b.get() === 1 && turn.get() === 1) {}
  visit();
  wants.a.set(0);
}
async function b() {
  turn.set(0);
  wants.b.set(1);
  while (wants.a.get() === 1 && turn.get() === 0) {}
  visit();
  wants.b.set(0);
}
await Promise.all([spawn("A", a), spawn("B", b)]);
