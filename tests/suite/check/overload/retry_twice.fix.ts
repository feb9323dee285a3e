// check: tasks=holds event-loop=holds
// The key is noted before the work begins, and whoever comes again waits for that.
let balance = 0;
const begun = new Map<string, Promise<void>>();
async function work() {
  await sleep(10);
  balance += 5;
}
function pay(key: string) {
  let payment = begun.get(key);
  if (payment === undefined) {
    payment = work();
    begun.set(key, payment);
  }
  return payment;
}
await retry(() => withTimeout(pay("order 7"), 5), { retries: 1, minTimeout: 3 });
await sleep(20);
assert(balance === 5, `paid ${balance}`);
