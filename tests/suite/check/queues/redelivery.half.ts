// check: tasks=assertion(11) event-loop=assertion(9)
// Looking first is no help while the other charge is still under way.
const jobs = new MessageQueue({ visibilityMs: 30, maxReceives: 2 });
const done = new Set<string>();
let charged = 0;
async function worker() {
  const message = await jobs.receive({ waitMs: 50 });
  if (message === undefined) return;
  if (done.has(message.body)) return void jobs.ack(message);
  await io("charge", 10);
  charged += 1;
  done.add(message.body);
  jobs.ack(message);
}
jobs.send("order 1");
await Promise.all([worker(), worker()]);
assert(charged === 1, `charged ${charged} times`);
