// check: threads=holds tasks=holds tasks/any=holds event-loop=holds
// One fetch at a time for each key; who comes meanwhile joins it.
const cache = new DedupedCache<number>();
let fetches = 0;
async function fetchPrice() {
  fetches++;
  await sleep(5);
  return 42;
}
async function price() {
  const value = await cache.get("price", fetchPrice, Infinity);
  assert(value === 42, "another value");
}
await Promise.all([spawn("A", price), spawn("B", price), spawn("C", price)]);
assert(fetches === 1, `the database was asked ${fetches} times`);
