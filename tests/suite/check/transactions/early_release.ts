// check: threads=assertion(11) tasks=holds event-loop=holds
// Not two-phase: the first lock is given back before the second is taken, and an audit comes in between.
const lockA = new Mutex();
const lockB = new Mutex();
let a = 100;
let b = 100;
async function transfer() {
  await lockA.lock();
  a = a - 10;
  lockA.unlock();
  await lockB.lock();
  b = b + 10;
  lockB.unlock();
}
async function audit() {
  await lockA.lock();
  await lockB.lock();
  assert(a + b === 200, `${a + b} in the bank`);
  lockB.unlock();
  lockA.unlock();
}
await Promise.all([spawn("transfer", transfer), spawn("audit", audit)]);
