// check: threads=holds tasks=holds event-loop=holds
// Mapping shares nothing, and chunks are put together in their order by one who has them all.
const add = (a: number, b: number) => a + b;
const map = async (item: number) => {
  await yieldNow();
  return item * 10;
};
const total = await mapReduce([1, 2, 3], { map, reduce: add, concurrency: 3 });
assert(total === 60, `the total is ${total}`);
