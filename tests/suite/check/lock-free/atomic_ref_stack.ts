// lanes: model=threads
// check: threads=assertion(9)
// Reading the head and replacing it are two steps: a push in between is lost.
const head = new AtomicRef<any>(null);
async function push(value: number) {
  head.set({ value, next: head.get() });
}
await Promise.all([spawn("A", () => push(1)), spawn("B", () => push(2)), spawn("C", () => push(3))]);
let length = 0;
for (let node = head.get(); node !== null; node = node.next) length++;
assert(length === 3, `${length} of 3 are there`);
