// check: threads=livelock(30) tasks=holds event-loop=holds
// Different pauses keep them apart only as long as pauses are exact.
const wants = [new AtomicInt(0), new AtomicInt(0)];
async function commit(me: number) {
  for (;;) {
    wants[me].set(1);
    await yieldNow();
    if (wants[1 - me].get() === 0) break;
    wants[me].set(0); // gives way
    await sleep(1 + me);
  }
  wants[me].set(0);
}
await Promise.all([spawn("A", () => commit(0)), spawn("B", () => commit(1))]);
