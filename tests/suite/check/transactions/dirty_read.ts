// check: threads=assertion(4) tasks=assertion(3) event-loop=assertion(3)
// A value that is taken back has been seen meanwhile.
const balance = new AtomicInt(100);
async function deposit() {
  balance.add(50);
  await yieldNow(); // the cheque is looked at
  balance.add(-50); // and turned down
}
async function grantCredit() {
  const seen = balance.get();
  assert(seen === 100, `credit for ${seen}`);
}
await Promise.all([spawn("deposit", deposit), spawn("bank", grantCredit)]);
