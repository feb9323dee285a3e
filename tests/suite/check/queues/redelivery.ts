// check: tasks=assertion(11) event-loop=assertion(9)
// The answer of a slow job comes after its message was delivered again: the customer pays twice.
const jobs = new MessageQueue({ visibilityMs: 30, maxReceives: 2 });
const done = new Set<string>();
let charged = 0;
async function worker() {
  const message = await jobs.receive({ waitMs: 50 });
  if (message === undefined) return;
  await io("charge", 10);
  charged += 1;
  jobs.ack(message);
}
jobs.send("order 1");
await Promise.all([worker(), worker()]);
assert(charged === 1, `charged ${charged} times`);
