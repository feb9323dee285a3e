// check: tasks=holds event-loop=holds
// The bank knows the order by its number: the first request that arrives is carried out, the second is told what became of it.
let charged = 0;
const done = new Map<string, number>();
const charge = async (order: string) => {
  await io("bank", [5, 20]);
  if (!done.has(order)) done.set(order, ++charged);
  return done.get(order);
};
const receipt = await hedge(() => charge("order 7"), { max: 2 });
await sleep(1000);
assert(receipt === 1 && charged === 1, "the card was charged twice");
