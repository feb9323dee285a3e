// lanes: model=threads
// check: threads=assertion(6)
// A reader that does not look whether somebody wrote meanwhile sees half an update.
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
  const a = low.get();
  const b = high.get();
  assert(a === b, `half an update: ${a}, ${b}`);
}
await Promise.all([spawn("writer", write), spawn("reader", read)]);
