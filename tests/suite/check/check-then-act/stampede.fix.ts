// check: tasks=holds event-loop=holds
// Loads in flight are shared.
const cache = new Map<string, string>();
let loads = 0;
async function load(key: string) {
  loads++;
  await sleep(10);
  return `page of ${key}`;
}
const inFlight = new Map<string, Promise<string>>();
async function get(key: string) {
  const hit = cache.get(key);
  if (hit !== undefined) return hit;
  let loading = inFlight.get(key);
  if (loading === undefined) {
    loading = load(key);
    inFlight.set(key, loading);
  }
  const value = await loading;
  cache.set(key, value);
  inFlight.delete(key);
  return value;
}
await Promise.all([spawn("A", () => get("home")), spawn("B", () => get("home")), spawn("C", () => get("home"))]);
assert(loads === 1, `loaded ${loads} times`);
