// lanes: model=threads
// check: threads=race(4),assertion(8) statement=race(6),assertion(9) tasks=holds event-loop=holds
// A flag instead of a lock: tasks that switch only at an await may do that, threads may not.
let isBusy = false;
const inside = new AtomicInt(0);
async function worker() {
  while (isBusy) await yieldNow();
  isBusy = true;
  assert(inside.increment() === 1, "two inside");
  inside.decrement();
  isBusy = false;
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
