// check: threads=race(17),lost-update(18),assertion(26) tasks=holds event-loop=holds
// Reading and writing in one go is enough only where nobody can come between.
let total = 0;
await parallelMap(
  [1, 2],
  async (item) => {
    await yieldNow();
    total += item;
  },
  { concurrency: 2 },
);
assert(total === 3, `the total is ${total}`);
