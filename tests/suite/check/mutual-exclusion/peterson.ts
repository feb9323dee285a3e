// lanes: model=threads
// check: threads=race(5)
// Peterson's algorithm with plain variables: right where every thread sees every write at once, and a data race all the same.
const inside = new AtomicInt(0);
function visit() {
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
}
const wants = { a: false, b: false };
let turn = "a";
async function a() {
  wants.a = true;
  turn = "b";
  while (wants.b && turn === "b") {}
  visit();
  wants.a = false;
}
async function b() {
  wants.b = true;
  turn = "a";
  while (wants.a && turn === "a") {}
  visit();
  wants.b = false;
}
await Promise.all([spawn("A", a), spawn("B", b)]);
