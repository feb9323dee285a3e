// lanes: model=threads
// check: threads=assertion(8) statement=assertion(9) tasks=holds event-loop=holds
// An atomic flag no longer races, but looking and raising it are still two steps.
const isBusy = new AtomicInt(0);
const inside = new AtomicInt(0);
async function worker() {
  while (isBusy.get() === 1) await yieldNow();
  isBusy.set(1);
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
  isBusy.set(0);
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
