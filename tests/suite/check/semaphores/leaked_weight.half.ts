// lanes: model=threads
// check: threads=leak(0) tasks=leak(0) event-loop=leak(0)
// Given back unless something goes wrong on the way.
const memory = new WeightedSemaphore(5);
async function job(weight: number) {
  await memory.acquire(weight);
  await yieldNow();
  if (weight > 2) return;
  memory.release(weight);
}
await Promise.all([spawn("light", () => job(2)), spawn("heavy", () => job(3))]);
