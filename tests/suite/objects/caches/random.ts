// seed=7
// By lot, but the same lot in every run: lives are shorter by up to a fifth, and a refresh comes before the end.
const cache = new Cache<number, number>({ ttlMs: 1000, jitter: 0.2 });
for (let i = 0; i < 100; i++) cache.set(i, i);
const sizes: number[] = [];
for (const wait of [799, 101, 100]) {
  await sleep(wait);
  sizes.push(cache.size);
}
console.log(sizes[0] === 100, sizes[1] > 30 && sizes[1] < 70, sizes[2]);

let fetches = 0;
const early = new Cache<string, number>({ ttlMs: 1000, earlyRefresh: true });
const fetchSlowly = async () => {
  fetches++;
  await sleep(100);
  return fetches;
};
await early.get("k", fetchSlowly);
const start = Date.now();
let waits = 0;
for (let i = 0; i < 2000; i++) {
  const before = Date.now();
  await early.get("k", fetchSlowly);
  if (Date.now() > before) waits++;
  await sleep(5);
}
const seconds = (Date.now() - start) / 1000;
console.log(`nobody waited: ${waits === 0}; a fetch in less than a second each: ${fetches > seconds && fetches < 2 * seconds}`);
//= true true 0
//= nobody waited: true; a fetch in less than a second each: true
