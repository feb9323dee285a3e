// lanes: model=threads
// check: threads=leak(0) tasks=leak(0) event-loop=leak(0)
// Less is given back than was taken.
const memory = new WeightedSemaphore(5);
async function job(weight: number) {
  await memory.acquire(weight);
  await yieldNow();
  memory.release(2);
}
await Promise.all([spawn("light", () => job(2)), spawn("heavy", () => job(3))]);
