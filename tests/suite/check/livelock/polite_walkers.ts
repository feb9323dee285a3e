// check: threads=livelock(27) tasks=livelock(11) event-loop=livelock(11)
// Two people in a corridor, each steps aside for the other, both to the same side.
const ann = new AtomicInt(0); // the side on which each of them walks
const bob = new AtomicInt(0);
async function walk(me: AtomicInt, other: AtomicInt) {
  while (me.get() === other.get()) {
    await yieldNow();
    me.set(1 - me.get());
    await yieldNow();
  }
}
await Promise.all([spawn("Ann", () => walk(ann, bob)), spawn("Bob", () => walk(bob, ann))]);
