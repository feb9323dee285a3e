// check: tasks=holds event-loop=holds
// The money is set aside before the wait.
let balance = 100;
always("never overdrawn", () => balance >= 0);
async function withdraw(amount: number) {
  if (balance >= amount) {
    balance -= amount;
    await sleep(1); // asks the other bank
  }
}
await Promise.all([spawn("Ann", () => withdraw(80)), spawn("Bob", () => withdraw(80))]);
