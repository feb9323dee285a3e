// lanes: model=threads
// check: threads=holds
// Treiber's stack, as long as nothing that was taken comes back: two push, one pops what is there.
const next = [new AtomicInt(-1), new AtomicInt(-1)];
const top = new AtomicInt(-1);
async function push(node: number) {
  for (;;) {
    const first = top.get();
    next[node].set(first);
    if (top.compareAndSet(first, node)) return;
  }
}
async function pop() {
  for (;;) {
    const first = top.get();
    if (first < 0) return;
    if (top.compareAndSet(first, next[first].get())) return;
  }
}
await Promise.all([spawn("A", () => push(0)), spawn("B", () => push(1)), spawn("C", pop)]);
assert(top.get() >= 0, "at most one was taken");
