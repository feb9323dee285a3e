// check: threads=holds tasks=holds event-loop=holds
// In turn.
const load = [new AtomicInt(0), new AtomicInt(0)];
const next = new AtomicInt(0);
async function client() {
  const server = load[next.increment() % 2];
  assert(server.increment() === 1, "an overloaded server");
}
await Promise.all([spawn("A", client), spawn("B", client)]);
