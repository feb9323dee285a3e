// check: threads=holds tasks=holds tasks/any=holds event-loop=holds
// Deleting an entry also gives up what is being fetched for it.
let price = 1;
const cache = new Cache<string, number>();
const guard = new Mutex();
async function fetchPrice() {
  const fetched = await guard.withLock(() => price);
  await sleep(5);
  return fetched;
}
async function change() {
  await sleep(1);
  await guard.withLock(() => {
    price = 2;
  });
  cache.delete("price");
}
await Promise.all([spawn("reader", () => cache.get("price", fetchPrice)), spawn("writer", change)]);
assert((await cache.get("price", fetchPrice)) === 2, "the cache serves what was true before the change");
