// lanes: model=threads
// check: threads=assertion(4),race(6) tasks=assertion(3) event-loop=assertion(4)
// Each writes its part and reads its neighbour's, without waiting for it.
const parts = [0, 0];
async function worker(own: number) {
  await yieldNow();
  parts[own] = 1;
  assert(parts[1 - own] === 1, "the neighbour is not there yet");
}
await Promise.all([spawn("A", () => worker(0)), spawn("B", () => worker(1))]);
