// lanes: model=threads
// check: threads=holds
// Looking and counting in are one.
const state = new AtomicInt(0);
const writers = new AtomicInt(0);
async function read() {
  let seen = state.get();
  while (seen < 0 || !state.compareAndSet(seen, seen + 1)) {
    seen = state.get();
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
