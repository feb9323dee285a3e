// check: threads=assertion(11) tasks=assertion(6) event-loop=assertion(6)
// Picking again when it is taken, once.
const load = [new AtomicInt(0), new AtomicInt(0)];
async function client() {
  let server = load[choose(2)];
  if (server.get() > 0) server = load[choose(2)];
  assert(server.increment() === 1, "an overloaded server");
}
await Promise.all([spawn("A", client), spawn("B", client)]);
