// lanes: model=threads
// Dmitry Vyukov's lock-free stack with a fault that needs many switches to show.
const head = new AtomicInt(0);
const count = new AtomicInt(3);
const next = [new AtomicInt(1), new AtomicInt(2), new AtomicInt(-1)];
const owner = [new AtomicInt(-1), new AtomicInt(-1), new AtomicInt(-1)];
function pop() {
  while (count.get() > 1) {
    const item = head.get();
    const after = next[item].exchange(-1);
    if (after < 0) continue;
    if (head.compareAndSet(item, after)) {
      count.decrement();
      return item;
    }
    next[item].exchange(after);
  }
  return -1;
}
function push(item: number) {
  let first;
  do {
    first = head.get();
    next[item].set(first);
  } while (!head.compareAndSet(first, item));
  count.increment();
}
async function worker(id: number) {
  for (let i = 0; i < 2; i++) {
    const item = pop();
    if (item < 0) continue;
    owner[item].set(id);
    assert(owner[item].get() === id, "two threads own one item");
    push(item);
  }
}
await Promise.all([0, 1, 2].map((id) => spawn(() => worker(id))));
