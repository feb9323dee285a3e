// check: threads=holds tasks=holds event-loop=holds
// What only the handler touches needs no lock, however many send.
let total = 0;
const counter = new Actor(async (n: number) => {
  const before = total;
  await yieldNow();
  total = before + n;
});
await Promise.all([spawn("A", () => counter.ask(1)), spawn("B", () => counter.ask(1))]);
assert(total === 2, `lost an update: ${total}`);
