// check: tasks=lost-update(9),assertion(10) event-loop=lost-update(7),assertion(8) threads=race(7),lost-update(12),assertion(15)
// The audit is done one at a time, but the balance was read before.
let balance = 100;
const m = new Mutex();
async function deposit(amount: number) {
  const seen = balance;
  await m.lock();
  await io("audit", [1, 10]);
  balance = seen + amount;
  m.unlock();
}
await Promise.all([deposit(10), deposit(20)]);
assert(balance === 130, `${balance} in the account`);
