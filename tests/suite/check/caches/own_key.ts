// check: tasks=deadlock(3) event-loop=deadlock(1)
// What is fetched needs the same key: it joins the fetch that it is part of, and waits for itself.
const cache = new DedupedCache<number>();
const base = () => cache.get("price", withTax, 1000);
async function withTax(): Promise<number> {
  return 1.2 * (await base());
}
console.log(await cache.get("price", withTax, 1000));
