// check: tasks=lost-update(7),assertion(8) event-loop=lost-update(5),assertion(6) threads=race(6),lost-update(9),assertion(11)
// Read, ask, write: whoever is answered last overwrites the other.
let balance = 100;
async function deposit(amount: number) {
  const seen = balance;
  await io("audit", [1, 10]);
  balance = seen + amount;
}
await Promise.all([deposit(10), deposit(20)]);
assert(balance === 130, `${balance} in the account`);
