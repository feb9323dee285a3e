// lanes: model=threads
// check: threads=assertion(9)
// Replaces the head only if nobody else has, and gives up otherwise.
const head = new AtomicRef<any>(null);
async function push(value: number) {
  const next = head.get();
  head.compareAndSet(next, { value, next });
}
await Promise.all([spawn("A", () => push(1)), spawn("B", () => push(2)), spawn("C", () => push(3))]);
let length = 0;
for (let node = head.get(); node !== null; node = node.next) length++;
assert(length === 3, `${length} of 3 are there`);
