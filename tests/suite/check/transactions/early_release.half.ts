// check: threads=assertion(14) tasks=holds event-loop=holds
// The transfer is two-phase now, but the audit is not.
const lockA = new Mutex();
const lockB = new Mutex();
let a = 100;
let b = 100;
async function transfer() {
  await lockA.lock();
  await lockB.lock();
  a = a - 10;
  b = b + 10;
  lockB.unlock();
  lockA.unlock();
}
async function audit() {
  await lockA.lock();
  const before = a;
  lockA.unlock();
  await lockB.lock();
  assert(before + b === 200, `${before + b} in the bank`);
  lockB.unlock();
}
await Promise.all([spawn("transfer", transfer), spawn("audit", audit)]);
