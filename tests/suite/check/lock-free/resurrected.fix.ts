// lanes: model=threads
// check: threads=holds statement=holds
// Counted up only from above zero, in one step.
const references = new AtomicInt(1);
const isFreed = new AtomicInt(0);
async function drop() {
  if (references.decrement() === 0) {
    isFreed.set(1);
  }
}
async function share() {
  let seen = references.get();
  while (seen > 0) {
    if (references.compareAndSet(seen, seen + 1)) {
      assert(isFreed.get() === 0, "used after it was freed");
      await drop();
      return;
    }
    seen = references.get();
  }
}
await Promise.all([spawn("owner", drop), spawn("guest", share)]);
