// lanes: model=threads
// check: threads=holds
// The top carries a number that changes with every change: a node that came back is not the same top.
const next = [new AtomicInt(-1), new AtomicInt(0), new AtomicInt(1)]; // 2 lies on 1 lies on 0
const top = new AtomicInt(2); // the node, and 10 for every change so far
const owner = [new AtomicInt(0), new AtomicInt(0), new AtomicInt(0)];
function pop() {
  for (;;) {
    const seen = top.get();
    const first = seen % 10;
    if (first === 9) return -1;
    const second = (next[first].get() + 10) % 10;
    if (top.compareAndSet(seen, seen - first + second + 10)) return first;
  }
}
function push(node: number) {
  for (;;) {
    const seen = top.get();
    next[node].set(seen % 10);
    if (top.compareAndSet(seen, seen - (seen % 10) + node + 10)) return;
  }
}
function use(node: number) {
  if (node >= 0) assert(owner[node].increment() === 1, `${node} is in two hands`);
}
async function popper() {
  use(pop());
}
async function shuffler() {
  const one = pop();
  use(pop());
  if (one >= 0) push(one);
}
await Promise.all([spawn("A", popper), spawn("B", shuffler)]);
use(pop());
