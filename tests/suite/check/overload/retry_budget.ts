// check: threads=assertion(10) tasks=holds event-loop=holds
// Who looks at the balance and pays afterwards finds that others have paid meanwhile, and retries for nothing.
const budget = new RetryBudget({ minRetriesPerSec: 0, percentCanRetry: 1 });
const retries = new AtomicInt();
budget.deposit();
async function call() {
  if (budget.balance < 1) return;
  budget.tryWithdraw();
  retries.increment();
}
await Promise.all([spawn("A", call), spawn("B", call), spawn("C", call)]);
assert(retries.get() <= 1, `${retries.get()} retries for one call`);
