// check: threads=livelock(19) tasks=livelock(7) event-loop=holds
// Two transactions see each other, both give way, and both try again.
const wants = [new AtomicInt(0), new AtomicInt(0)];
async function commit(me: number) {
  for (;;) {
    wants[me].set(1);
    await yieldNow();
    if (wants[1 - me].get() === 0) break;
    wants[me].set(0); // gives way
    await yieldNow();
  }
  wants[me].set(0);
}
await Promise.all([spawn("A", () => commit(0)), spawn("B", () => commit(1))]);
