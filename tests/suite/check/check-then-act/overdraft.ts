// check: tasks=always(6) event-loop=always(7)
// Two withdrawals, each of them covered when it was looked at.
let balance = 100;
always("never overdrawn", () => balance >= 0);
async function withdraw(amount: number) {
  if (balance >= amount) {
    await sleep(1); // asks the other bank
    balance -= amount;
  }
}
await Promise.all([spawn("Ann", () => withdraw(80)), spawn("Bob", () => withdraw(80))]);
