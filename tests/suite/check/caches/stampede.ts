// check: tasks=assertion(9) event-loop=assertion(10)
// Whoever finds nothing fetches; when an entry is not there, everybody finds nothing.
const cache = new Map<string, number>();
let fetches = 0;
async function fetchPrice() {
  fetches++;
  await sleep(5);
  return 42;
}
async function price() {
  const known = cache.get("price");
  if (known !== undefined) return known;
  const value = await fetchPrice();
  cache.set("price", value);
  return value;
}
await Promise.all([spawn("A", price), spawn("B", price)]);
assert(fetches === 1, `the database was asked ${fetches} times`);
