// check: tasks=assertion(11) event-loop=assertion(12) threads=assertion(20)
// The lock is given back between looking and adding.
const names = new Set<string>();
const registered = new AtomicInt(0);
const m = new Mutex();
async function register(name: string) {
  await m.lock();
  const isTaken = names.has(name);
  m.unlock();
  if (isTaken) return;
  await sleep(1); // saves
  await m.lock();
  names.add(name);
  m.unlock();
  registered.increment();
}
await Promise.all([spawn("Ann", () => register("kim")), spawn("Bob", () => register("kim"))]);
assert(registered.get() === 1, "one name, two owners");
