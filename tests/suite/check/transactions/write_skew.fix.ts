// check: threads=holds tasks=holds event-loop=holds
// What is looked at together is locked together.
const onCall = [new AtomicInt(1), new AtomicInt(1)];
const roster = new Mutex();
async function goHome(me: number) {
  await roster.lock();
  if (onCall[0].get() + onCall[1].get() === 2) {
    await yieldNow(); // fills in the form
    onCall[me].set(0);
  }
  roster.unlock();
}
await Promise.all([spawn("Ann", () => goHome(0)), spawn("Bob", () => goHome(1))]);
assert(onCall[0].get() + onCall[1].get() > 0, "nobody is on call");
