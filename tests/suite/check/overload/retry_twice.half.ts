// check: tasks=assertion(22) event-loop=assertion(19)
// A key tells the second from the first, but it is noted when the work is done.
let balance = 0;
let isFirst = true;
const done = new Set<string>();
async function pay(key: string) {
  if (done.has(key)) return;
  const ms = isFirst ? 10 : 1;
  isFirst = false;
  await sleep(ms);
  balance += 5;
  done.add(key);
}
await retry(() => withTimeout(pay("order 7"), 5), { retries: 1, minTimeout: 3 });
await sleep(20);
assert(balance === 5, `paid ${balance}`);
