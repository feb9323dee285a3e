// lanes: model=threads
// check: threads=assertion(7) statement=assertion(9) tasks=holds event-loop=holds
// Atomic operations, but the comparison and the write are still two.
const largest = new AtomicInt(0);
async function offer(value: number) {
  if (value > largest.get()) {
    largest.set(value);
  }
}
await Promise.all([spawn("A", () => offer(5)), spawn("B", () => offer(7))]);
assert(largest.get() === 7, `kept ${largest.get()}`);
