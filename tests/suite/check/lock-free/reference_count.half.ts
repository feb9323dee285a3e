// lanes: model=threads
// check: threads=assertion(7) statement=assertion(8) tasks=holds
// Looking first is wrong in the other direction: nobody is the last.
const references = new AtomicInt(2);
const freed = new AtomicInt(0);
async function release() {
  if (references.get() === 1) {
    freed.increment();
  }
  references.decrement();
}
await Promise.all([spawn("A", release), spawn("B", release)]);
assert(freed.get() === 1, `freed ${freed.get()} times`);
