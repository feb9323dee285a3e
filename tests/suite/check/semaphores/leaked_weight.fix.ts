// lanes: model=threads
// check: threads=holds tasks=holds event-loop=holds
// As much as was taken.
const memory = new WeightedSemaphore(5);
async function job(weight: number) {
  await memory.acquire(weight);
  await yieldNow();
  memory.release(weight);
}
await Promise.all([spawn("light", () => job(2)), spawn("heavy", () => job(3))]);
