// check: tasks=assertion(12) event-loop=assertion(14)
// Cache stampede: everybody who misses loads.
const cache = new Map<string, string>();
let loads = 0;
async function load(key: string) {
  loads++;
  await sleep(10);
  return `page of ${key}`;
}
async function get(key: string) {
  const hit = cache.get(key);
  if (hit !== undefined) return hit;
  const value = await load(key);
  cache.set(key, value);
  return value;
}
await Promise.all([spawn("A", () => get("home")), spawn("B", () => get("home")), spawn("C", () => get("home"))]);
assert(loads === 1, `loaded ${loads} times`);
