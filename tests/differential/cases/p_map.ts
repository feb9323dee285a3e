// p-map 7.1.1 and our parallelMap: results in order, how many at a time, and what happens after an error.
//
// Left out on purpose: iterating asynchronously, `pMapSkip` and `stopOnError: false`; ours calls all of `items` at the start,
// p-map one by one.
//- theirs
import pMap from "p-map";
//- ours
const pMap = parallelMap;
//- both
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
for (const concurrency of [1, 2, 3, Infinity]) {
  const start = performance.now();
  const log: string[] = [];
  let active = 0;
  const results = await pMap([4, 1, 3, 2, 5], async (n, index) => {
    active++;
    log.push(`${index}@${performance.now() - start}/${active}`);
    await sleep(n);
    active--;
    return n * n;
  }, { concurrency });
  console.log(concurrency, results.join(), log.join(" "), performance.now() - start);
}
const begun: number[] = [];
try {
  await pMap([1, 2, 3, 4], async (n) => {
    begun.push(n);
    await sleep(n);
    if (n === 2) throw new Error("two");
  }, { concurrency: 2 });
} catch (error) {
  console.log((error as Error).message);
}
await sleep(20);
console.log(begun.join());
console.log(await pMap([], async (n) => n), await pMap(new Set(["a", "b"]), (text) => text.toUpperCase()));
