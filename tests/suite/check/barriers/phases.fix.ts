// lanes: model=threads
// check: threads=holds tasks=holds event-loop=holds
// A barrier between writing and reading.
const parts = [0, 0];
const written = new Barrier(2);
async function worker(own: number) {
  await yieldNow();
  parts[own] = 1;
  await written.wait();
  assert(parts[1 - own] === 1, "the neighbour is not there yet");
}
await Promise.all([spawn("A", () => worker(0)), spawn("B", () => worker(1))]);
