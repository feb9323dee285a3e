// check: tasks=holds event-loop=holds threads=holds
// The name is reserved before the wait, under a lock that threads need for that.
const names = new Set<string>();
const registered = new AtomicInt(0);
const m = new Mutex();
async function reserve(name: string) {
  await m.lock();
  const isFree = !names.has(name);
  names.add(name);
  m.unlock();
  return isFree;
}
async function register(name: string) {
  if (!(await reserve(name))) return;
  await sleep(1); // saves
  registered.increment();
}
await Promise.all([spawn("Ann", () => register("kim")), spawn("Bob", () => register("kim"))]);
assert(registered.get() === 1, "one name, two owners");
