// lanes: model=threads
// check: threads=leak(8) tasks=leak(8) event-loop=leak(8)
// Given back unless something goes wrong on the way.
const memory = new WeightedSemaphore(5);
async function job(weight: number) {
  await memory.acquire(weight);
  await yieldNow();
  if (weight > 2) return;
  memory.release(weight);
}
await Promise.all([spawn("light", () => job(2)), spawn("heavy", () => job(3))]);
