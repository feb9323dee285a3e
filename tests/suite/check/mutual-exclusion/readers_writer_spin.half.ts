// lanes: model=threads
// check: threads=assertion(7),livelock(10)
// Counting in first and out again lets a second writer see a zero.
const state = new AtomicInt(0);
const writers = new AtomicInt(0);
async function read() {
  while (state.increment() <= 0) {
    state.decrement();
  }
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
