// check: threads=holds tasks=holds event-loop=holds
// The older one stays, the younger one gives way until it has gone.
const wants = [new AtomicInt(0), new AtomicInt(0)];
async function commit(me: number) {
  for (;;) {
    wants[me].set(1);
    await yieldNow();
    if (wants[1 - me].get() === 0) break;
    if (me === 0) continue;
    wants[me].set(0); // gives way
    while (wants[0].get() === 1) await yieldNow();
  }
  wants[me].set(0);
}
await Promise.all([spawn("A", () => commit(0)), spawn("B", () => commit(1))]);
