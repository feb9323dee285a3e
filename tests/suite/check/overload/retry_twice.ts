// check: tasks=assertion(22) event-loop=assertion(19)
// A request that timed out may be done all the same: doing it again does it twice.
let balance = 0;
let isFirst = true;
async function pay() {
  const ms = isFirst ? 10 : 1;
  isFirst = false;
  await sleep(ms);
  balance += 5;
}
await retry(() => withTimeout(pay(), 5), { retries: 1, minTimeout: 3 });
await sleep(20);
assert(balance === 5, `paid ${balance}`);
