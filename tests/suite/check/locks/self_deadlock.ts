// check: threads=deadlock(3) tasks=deadlock(3) event-loop=deadlock(3)
// The outer function holds the lock that the inner one takes again.
const m = new Mutex();
let total = 0;
async function add(amount: number) {
  await m.lock();
  total = total + amount;
  m.unlock();
}
async function addBoth(a: number, b: number) {
  await m.lock();
  await add(a);
  await add(b);
  m.unlock();
}
await spawn("A", () => addBoth(1, 2));
assert(total === 3);
