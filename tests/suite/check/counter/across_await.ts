// check: threads=race(6),lost-update(9),assertion(11) tasks=lost-update(6),assertion(7) event-loop=lost-update(7),assertion(8)
// The value that is written back was read before the await.
let counter = 0;
async function worker() {
  const seen = counter;
  await sleep(1);
  counter = seen + 1;
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
assert(counter === 2, `counted ${counter}`);
