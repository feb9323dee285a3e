// check: threads=race,lost-update,assertion tasks=lost-update,assertion event-loop=lost-update,assertion
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
