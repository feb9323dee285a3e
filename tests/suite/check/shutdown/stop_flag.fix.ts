// lanes: model=threads
// check: threads=holds tasks=holds event-loop=holds
// An atomic one.
const isStopping = new AtomicInt(0);
async function worker() {
  while (isStopping.get() === 0) await yieldNow();
}
const running = spawn("worker", worker);
isStopping.set(1);
await running;
