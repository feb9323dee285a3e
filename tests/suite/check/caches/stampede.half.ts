// check: tasks=assertion(12) event-loop=assertion(14)
// Looking again after a short rest helps only those who come late.
const cache = new Map<string, number>();
let fetches = 0;
async function fetchPrice() {
  fetches++;
  await sleep(5);
  return 42;
}
async function price() {
  if (!cache.has("price")) await sleep(1);
  const known = cache.get("price");
  if (known !== undefined) return known;
  const value = await fetchPrice();
  cache.set("price", value);
  return value;
}
await Promise.all([spawn("A", price), spawn("B", price)]);
assert(fetches === 1, `the database was asked ${fetches} times`);
