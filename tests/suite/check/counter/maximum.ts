// lanes: model=threads
// check: threads=assertion(7),race statement=assertion(9),race tasks=holds event-loop=holds
// Keeps the largest value: the comparison is out of date when the write comes.
let largest = 0;
async function offer(value: number) {
  if (value > largest) {
    largest = value;
  }
}
await Promise.all([spawn("A", () => offer(5)), spawn("B", () => offer(7))]);
assert(largest === 7, `kept ${largest}`);
