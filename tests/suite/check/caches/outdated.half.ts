// check: tasks=assertion(11) event-loop=assertion(11)
// Deleting once more, later, comes before the reader has stored what it read.
let price = 1;
const cache = new Map<string, number>();
async function read() {
  const known = cache.get("price");
  if (known !== undefined) return known;
  const fetched = price;
  await io("database", 5);
  cache.set("price", fetched);
  return fetched;
}
async function change() {
  await sleep(1);
  price = 2;
  cache.delete("price");
  await sleep(5);
  cache.delete("price");
}
await Promise.all([spawn("reader", read), spawn("writer", change)]);
assert((await read()) === 2, "the cache serves what was true before the change");
