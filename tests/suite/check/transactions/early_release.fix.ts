// check: threads=holds tasks=holds event-loop=holds
// All locks are taken before the first is given back.
const lockA = new Mutex();
const lockB = new Mutex();
let a = 100;
let b = 100;
async function transfer() {
  await lockA.lock();
  a = a - 10;
  await lockB.lock();
  b = b + 10;
  lockB.unlock();
  lockA.unlock();
}
async function audit() {
  await lockA.lock();
  await lockB.lock();
  assert(a + b === 200, `${a + b} in the bank`);
  lockB.unlock();
  lockA.unlock();
}
await Promise.all([spawn("transfer", transfer), spawn("audit", audit)]);
