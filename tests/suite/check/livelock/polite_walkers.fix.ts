// check: threads=holds tasks=holds event-loop=holds
// One of them steps aside, the other goes straight on.
const ann = new AtomicInt(0); // the side on which each of them walks
const bob = new AtomicInt(0);
async function walk(me: AtomicInt, other: AtomicInt) {
  while (me.get() === other.get()) {
    await yieldNow();
    me.set(1 - me.get());
    await yieldNow();
  }
}
async function goStraight() {
  while (ann.get() === bob.get()) await yieldNow();
}
await Promise.all([spawn("Ann", () => walk(ann, bob)), spawn("Bob", goStraight)]);
