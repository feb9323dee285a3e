// lanes: model=threads
// check: threads=assertion(8)
// The same version twice may be the same odd one.
const version = new AtomicInt(0); // odd while somebody writes
const low = new AtomicInt(0);
const high = new AtomicInt(0);
async function write() {
  version.increment();
  low.set(1);
  high.set(1);
  version.increment();
}
async function read() {
  for (;;) {
    const before = version.get();
    const a = low.get();
    const b = high.get();
    if (version.get() !== before) continue;
    assert(a === b, `half an update: ${a}, ${b}`);
    return;
  }
}
await Promise.all([spawn("writer", write), spawn("reader", read)]);
