// check: threads=race(16),lost-update(18),assertion(26) tasks=lost-update(8),assertion(15) event-loop=lost-update(5),assertion(12)
// Two items are mapped at the same time, and both add to what they have read before.
let total = 0;
await parallelMap(
  [1, 2],
  async (item) => {
    const before = total;
    await yieldNow();
    total = before + item;
  },
  { concurrency: 2 },
);
assert(total === 3, `the total is ${total}`);
