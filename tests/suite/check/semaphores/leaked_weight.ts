// lanes: model=threads
// check: threads=leak(8) tasks=leak(8) event-loop=leak(8)
// Less is given back than was taken.
const memory = new WeightedSemaphore(5);
async function job(weight: number) {
  await memory.acquire(weight);
  await yieldNow();
  memory.release(2);
}
await Promise.all([spawn("light", () => job(2)), spawn("heavy", () => job(3))]);
