// check: threads=holds tasks=holds event-loop=holds
// A multiplex: three come, two are inside at most.
const limit = new Semaphore(2);
const inside = new AtomicInt(0);
async function visit() {
  await limit.acquire();
  assert(inside.increment() <= 2, "three inside");
  await yieldNow();
  inside.decrement();
  limit.release();
}
await Promise.all([spawn("A", visit), spawn("B", visit), spawn("C", visit)]);
