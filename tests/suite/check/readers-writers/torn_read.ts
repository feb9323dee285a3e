// check: threads=race(3),assertion(4) statement=race(5),assertion(7) tasks=assertion(3) event-loop=assertion(3)
// A reader between the two halves of an update.
let low = 0;
let high = 0;
async function update() {
  low = 1;
  await yieldNow();
  high = 1;
}
async function read() {
  const a = low;
  const b = high;
  assert(a === b, `half an update: ${a}, ${b}`);
}
await Promise.all([spawn("writer", update), spawn("reader", read)]);
