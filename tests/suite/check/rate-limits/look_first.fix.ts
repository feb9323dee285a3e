// check: threads=holds tasks=holds event-loop=holds
// The grip says whether it got hold of something.
const bucket = new TokenBucket(1, 0.001);
const passed = new AtomicInt();
async function request() {
  if (bucket.tryConsume()) passed.increment();
}
await Promise.all([spawn("A", request), spawn("B", request), spawn("C", request)]);
assert(passed.get() === 1, "one token, one request");
