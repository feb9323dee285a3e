// check: threads=holds tasks=holds event-loop=holds
// Paying says whether there was enough: of all who fail together only so many come back.
const budget = new RetryBudget({ minRetriesPerSec: 0, percentCanRetry: 1 });
const retries = new AtomicInt();
budget.deposit();
async function call() {
  if (budget.tryWithdraw()) retries.increment();
}
await Promise.all([spawn("A", call), spawn("B", call), spawn("C", call)]);
assert(retries.get() === 1, `${retries.get()} retries for one call`);
