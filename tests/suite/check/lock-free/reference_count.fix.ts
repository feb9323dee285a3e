// lanes: model=threads
// check: threads=holds statement=holds tasks=holds
// The decrement says what was left: zero is said to one only.
const references = new AtomicInt(2);
const freed = new AtomicInt(0);
async function release() {
  if (references.decrement() === 0) {
    freed.increment();
  }
}
await Promise.all([spawn("A", release), spawn("B", release)]);
assert(freed.get() === 1, `freed ${freed.get()} times`);
