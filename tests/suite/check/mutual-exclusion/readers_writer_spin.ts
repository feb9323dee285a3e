// lanes: model=threads
// check: threads=assertion(7),livelock(11)
// A spin lock for readers and writers in one number: readers above zero, a writer at -1. The reader looks, then counts itself in:
// beside a writer, or over what the writer resets, and then nobody gets in any more.
const state = new AtomicInt(0);
const writers = new AtomicInt(0);
async function read() {
  while (state.get() < 0) {}
  state.increment();
  assert(writers.get() === 0, "reads while somebody writes");
  state.decrement();
}
async function write() {
  while (!state.compareAndSet(0, -1)) {}
  assert(writers.increment() === 1, "two writers");
  writers.decrement();
  state.set(0);
}
await Promise.all([spawn("R", read), spawn("W1", write), spawn("W2", write)]);
