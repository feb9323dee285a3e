// check: tasks=assertion(17) event-loop=assertion(17)
// A lock around the load, but nobody looks again once it is theirs.
const cache = new Map<string, string>();
let loads = 0;
async function load(key: string) {
  loads++;
  await sleep(10);
  return `page of ${key}`;
}
const m = new Mutex();
async function get(key: string) {
  const hit = cache.get(key);
  if (hit !== undefined) return hit;
  await m.lock();
  const value = await load(key);
  cache.set(key, value);
  m.unlock();
  return value;
}
await Promise.all([spawn("A", () => get("home")), spawn("B", () => get("home")), spawn("C", () => get("home"))]);
assert(loads === 1, `loaded ${loads} times`);
