// check: threads=holds tasks=holds event-loop=holds
// What is fetched needs only what is below it.
const cache = new DedupedCache<number>();
const base = () => cache.get("base", async () => 100, 1000);
const price = () => cache.get("price", async () => 1.2 * (await base()), 1000);
await Promise.all([spawn("A", async () => assert((await price()) === 120)), spawn("B", async () => assert((await base()) === 100))]);
