// check: tasks=holds event-loop=holds
// The order is marked before it is charged: a second delivery changes nothing.
const jobs = new MessageQueue({ visibilityMs: 30, maxReceives: 2 });
const done = new Set<string>();
let charged = 0;
async function worker() {
  const message = await jobs.receive({ waitMs: 50 });
  if (message === undefined) return;
  if (!done.has(message.body)) {
    done.add(message.body);
    await io("charge", 10);
    charged += 1;
  }
  jobs.ack(message);
}
jobs.send("order 1");
await Promise.all([worker(), worker()]);
assert(charged === 1, `charged ${charged} times`);
