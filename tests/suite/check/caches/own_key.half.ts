// check: tasks=deadlock(6) event-loop=deadlock(1)
// Another name for the sum does not help while its parts are wanted under the name of the sum.
const cache = new DedupedCache<number>();
const total = (): Promise<number> => cache.get("total", async () => (await net()) + 1, 1000);
const net = (): Promise<number> => cache.get("net", async () => (await total()) - 1, 1000);
console.log(await total());
