// check: threads=assertion(19) tasks=assertion(6) event-loop=assertion(6)
// Write skew: each doctor sees the other on call and goes home.
const onCall = [new AtomicInt(1), new AtomicInt(1)];
async function goHome(me: number) {
  if (onCall[0].get() + onCall[1].get() === 2) {
    await yieldNow(); // fills in the form
    onCall[me].set(0);
  }
}
await Promise.all([spawn("Ann", () => goHome(0)), spawn("Bob", () => goHome(1))]);
assert(onCall[0].get() + onCall[1].get() > 0, "nobody is on call");
