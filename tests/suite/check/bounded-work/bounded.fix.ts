// check: threads=holds tasks=holds event-loop=holds
// A limit gives the place back whatever happens.
const limit = pLimit(2);
const active = new AtomicInt();
async function call(n: number) {
  assert(active.increment() <= 2, "too many at once");
  await sleep(1);
  active.decrement();
  if (n === 1) throw new Error("failed");
  return n;
}
const results = await Promise.allSettled([1, 2, 3].map((n) => limit(call, n)));
assert(results.filter((result) => result.status === "fulfilled").length === 2);
assert(limit.activeCount === 0 && limit.pendingCount === 0, "a place was lost");
