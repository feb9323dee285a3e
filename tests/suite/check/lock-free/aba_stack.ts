// lanes: model=threads
// check: threads=assertion(27)
// The ABA problem: while A holds the top and its successor in hand, B takes both and puts the first one back. The top is the
// same as before, so A's comparison succeeds, and the stack now begins with what B owns.
const next = [new AtomicInt(-1), new AtomicInt(0), new AtomicInt(1)]; // 2 lies on 1 lies on 0
const top = new AtomicInt(2);
const owner = [new AtomicInt(0), new AtomicInt(0), new AtomicInt(0)];
function pop() {
  for (;;) {
    const first = top.get();
    if (first < 0) return -1;
    const second = next[first].get();
    if (top.compareAndSet(first, second)) return first;
  }
}
function push(node: number) {
  for (;;) {
    const first = top.get();
    next[node].set(first);
    if (top.compareAndSet(first, node)) return;
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
