// lanes: model=threads
// check: threads=holds
// Read again if a writer was at work before, or has been since.
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
    if (before % 2 === 1 || version.get() !== before) continue;
    assert(a === b, `half an update: ${a}, ${b}`);
    return;
  }
}
await Promise.all([spawn("writer", write), spawn("reader", read)]);
