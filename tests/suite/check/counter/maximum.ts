// lanes: model=threads
// check: threads=race(4),assertion(7) statement=race(7),assertion(9) tasks=holds event-loop=holds
// Keeps the largest value: the comparison is out of date when the write comes.
let largest = 0;
async function offer(value: number) {
  if (value > largest) {
    largest = value;
  }
}
await Promise.all([spawn("A", () => offer(5)), spawn("B", () => offer(7))]);
assert(largest === 7, `kept ${largest}`);
