// lanes: model=threads
// check: threads=deadlock(7) tasks=deadlock(5) event-loop=deadlock(5)
// A barrier for more than there are.
const parts = [0, 0];
const written = new Barrier(3);
async function worker(own: number) {
  await yieldNow();
  parts[own] = 1;
  await written.wait();
  assert(parts[1 - own] === 1, "the neighbour is not there yet");
}
await Promise.all([spawn("A", () => worker(0)), spawn("B", () => worker(1))]);
