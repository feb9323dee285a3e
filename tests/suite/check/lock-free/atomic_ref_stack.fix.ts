// lanes: model=threads
// check: threads=holds
// Replaces the head only if it is still the one that was read.
const head = new AtomicRef<any>(null);
async function push(value: number) {
  let next = head.get();
  while (!head.compareAndSet(next, { value, next })) next = head.get();
}
await Promise.all([spawn("A", () => push(1)), spawn("B", () => push(2)), spawn("C", () => push(3))]);
let length = 0;
for (let node = head.get(); node !== null; node = node.next) length++;
assert(length === 3, `${length} of 3 are there`);
