// check: threads=holds tasks=holds event-loop=holds
// A re-entrant lock counts how often its owner took it.
const m = new Mutex({ reentrant: true });
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
