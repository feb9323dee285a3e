// lanes: model=threads
// check: threads=assertion(5) statement=assertion(7)
// Counting up first brings the dead back to life.
const references = new AtomicInt(1);
const isFreed = new AtomicInt(0);
async function drop() {
  if (references.decrement() === 0) {
    isFreed.set(1);
  }
}
async function share() {
  if (references.increment() > 0) {
    assert(isFreed.get() === 0, "used after it was freed");
    await drop();
  }
}
await Promise.all([spawn("owner", drop), spawn("guest", share)]);
