// check: threads=assertion(11) tasks=holds event-loop=holds
// Looking once more closes nothing: there is still a gap after the last look.
const budget = new RetryBudget({ minRetriesPerSec: 0, percentCanRetry: 1 });
const retries = new AtomicInt();
budget.deposit();
async function call() {
  if (budget.balance < 1) return;
  if (budget.balance < 1) return;
  budget.tryWithdraw();
  retries.increment();
}
await Promise.all([spawn("A", call), spawn("B", call)]);
assert(retries.get() <= 1, `${retries.get()} retries for one call`);
