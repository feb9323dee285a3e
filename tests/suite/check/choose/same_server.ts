// check: threads=assertion(9) tasks=assertion(5) event-loop=assertion(5)
// Each client picks a server as it likes: both may pick the same.
const load = [new AtomicInt(0), new AtomicInt(0)];
async function client() {
  const server = load[choose(2)];
  assert(server.increment() === 1, "an overloaded server");
}
await Promise.all([spawn("A", client), spawn("B", client)]);
