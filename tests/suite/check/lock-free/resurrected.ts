// lanes: model=threads
// check: threads=assertion(6) statement=assertion(8)
// A reference is taken from somebody who is just giving up the last one.
const references = new AtomicInt(1);
const isFreed = new AtomicInt(0);
async function drop() {
  if (references.decrement() === 0) {
    isFreed.set(1);
  }
}
async function share() {
  if (references.get() > 0) {
    references.increment();
    assert(isFreed.get() === 0, "used after it was freed");
    await drop();
  }
}
await Promise.all([spawn("owner", drop), spawn("guest", share)]);
