// check: threads=assertion(6) tasks=assertion(5) event-loop=holds
// The bank waits a moment before it looks.
const balance = new AtomicInt(100);
async function deposit() {
  balance.add(50);
  await yieldNow(); // the cheque is looked at
  balance.add(-50); // and turned down
}
async function grantCredit() {
  await yieldNow();
  await yieldNow();
  const seen = balance.get();
  assert(seen === 100, `credit for ${seen}`);
}
await Promise.all([spawn("deposit", deposit), spawn("bank", grantCredit)]);
