// lanes: model=threads
// check: threads=holds statement=holds tasks=holds event-loop=holds
// The comparison is made again whenever somebody was quicker.
const largest = new AtomicInt(0);
async function offer(value: number) {
  let seen = largest.get();
  while (value > seen && !largest.compareAndSet(seen, value)) {
    seen = largest.get();
  }
}
await Promise.all([spawn("A", () => offer(5)), spawn("B", () => offer(7))]);
assert(largest.get() === 7, `kept ${largest.get()}`);
