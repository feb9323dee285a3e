// lanes: model=threads
// check: threads=assertion(9) statement=assertion(10) tasks=holds
// Two give their reference back at once, and both see that none is left.
const references = new AtomicInt(2);
const freed = new AtomicInt(0);
async function release() {
  references.decrement();
  if (references.get() === 0) {
    freed.increment();
  }
}
await Promise.all([spawn("A", release), spawn("B", release)]);
assert(freed.get() === 1, `freed ${freed.get()} times`);
