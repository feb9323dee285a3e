// check: tasks=holds event-loop=holds threads=holds
// One deposit at a time.
let balance = 100;
const m = new Mutex();
async function deposit(amount: number) {
  await m.lock();
  const seen = balance;
  await io("audit", [1, 10]);
  balance = seen + amount;
  m.unlock();
}
await Promise.all([deposit(10), deposit(20)]);
assert(balance === 130, `${balance} in the account`);
