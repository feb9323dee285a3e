// check: threads=assertion(27) tasks=assertion(8) event-loop=assertion(8)
// Each locks what it writes, not what it decides by.
const onCall = [new AtomicInt(1), new AtomicInt(1)];
const rows = [new Mutex(), new Mutex()];
async function goHome(me: number) {
  await rows[me].lock();
  if (onCall[0].get() + onCall[1].get() === 2) {
    await yieldNow(); // fills in the form
    onCall[me].set(0);
  }
  rows[me].unlock();
}
await Promise.all([spawn("Ann", () => goHome(0)), spawn("Bob", () => goHome(1))]);
assert(onCall[0].get() + onCall[1].get() > 0, "nobody is on call");
