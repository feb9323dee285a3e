// check: threads=deadlock(13),leak(17) tasks=deadlock(9),leak(11) event-loop=deadlock(9)
// Re-entrant, but given back once less than it was taken.
const m = new Mutex({ reentrant: true });
let total = 0;
async function add(amount: number) {
  await m.lock();
  total = total + amount;
  m.unlock();
}
async function addBoth(a: number, b: number) {
  await m.lock();
  await m.lock();
  await add(a);
  await add(b);
  m.unlock();
}
await Promise.all([spawn("A", () => addBoth(1, 2)), spawn("B", () => add(3))]);
assert(total === 6);
