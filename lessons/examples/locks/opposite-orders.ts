// lanes: model=threads
// Two transfers between the same accounts, the other way round.
// Each takes its own account's lock first: when both have one,
// both wait for the other, for ever. Always lock in the same
// order, by number.
const accounts = [
  { lock: new Mutex(), balance: 100 },
  { lock: new Mutex(), balance: 100 },
];

async function transfer(from: number, to: number, amount: number) {
  await accounts[from].lock.lock();
  await accounts[to].lock.lock();
  accounts[from].balance = accounts[from].balance - amount;
  accounts[to].balance = accounts[to].balance + amount;
  accounts[to].lock.unlock();
  accounts[from].lock.unlock();
}

await Promise.all([
  spawn("there", () => transfer(0, 1, 30)),
  spawn("back", () => transfer(1, 0, 10)),
]);
console.log(accounts.map((account) => account.balance).join(" and "));
