// check: threads=race(6),assertion(12) tasks=assertion(7) event-loop=assertion(8)
// Two people register the same name while the other's registration is being saved.
const names = new Set<string>();
const registered = new AtomicInt(0);
async function register(name: string) {
  if (names.has(name)) return;
  await sleep(1); // saves
  names.add(name);
  registered.increment();
}
await Promise.all([spawn("Ann", () => register("kim")), spawn("Bob", () => register("kim"))]);
assert(registered.get() === 1, "one name, two owners");
