// check: threads=livelock(31) tasks=livelock(13) event-loop=holds
// Waiting a little before stepping aside, and both wait equally long.
const ann = new AtomicInt(0); // the side on which each of them walks
const bob = new AtomicInt(0);
async function walk(me: AtomicInt, other: AtomicInt) {
  while (me.get() === other.get()) {
    await sleep(5);
    me.set(1 - me.get());
    await yieldNow();
  }
}
await Promise.all([spawn("Ann", () => walk(ann, bob)), spawn("Bob", () => walk(bob, ann))]);
