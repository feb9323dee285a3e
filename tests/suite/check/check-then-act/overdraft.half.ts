// check: tasks=always(9) event-loop=always(11)
// Only the second look counts, and it is out of date again after the next wait.
let balance = 100;
always("never overdrawn", () => balance >= 0);
async function withdraw(amount: number) {
  if (balance >= amount) {
    await sleep(1); // asks the other bank
    if (balance >= amount) {
      await sleep(1); // writes the receipt
      balance -= amount;
    }
  }
}
await Promise.all([spawn("Ann", () => withdraw(80)), spawn("Bob", () => withdraw(80))]);
