// check: threads=holds tasks=holds event-loop=holds
// Nobody looks before it is certain.
const balance = new AtomicInt(100);
const m = new Mutex();
async function deposit() {
  await m.lock();
  balance.add(50);
  await yieldNow(); // the cheque is looked at
  balance.add(-50); // and turned down
  m.unlock();
}
async function grantCredit() {
  await m.lock();
  const seen = balance.get();
  assert(seen === 100, `credit for ${seen}`);
  m.unlock();
}
await Promise.all([spawn("deposit", deposit), spawn("bank", grantCredit)]);
