// check: threads=holds tasks=holds tasks/any=holds event-loop=holds
// Three tasks with three operations each, one of which gives up: what passes is what the bucket gives, and nobody is forgotten.
const limiter = new KeyedLimiter({ rule: "TokenBucket", capacity: 1, refillPerSecond: 10 });
const passed = new AtomicInt();
async function request(key: string) {
  if (limiter.tryConsume(key)) passed.increment();
  await limiter.consume(key);
  passed.increment();
  try {
    await limiter.consume(key, 1, { timeoutMs: 50 });
    passed.increment();
  } catch {}
}
await Promise.all([spawn("A", () => request("x")), spawn("B", () => request("x")), spawn("C", () => request("y"))]);
assert(limiter.waiting === 0, "nobody waits");
assert(passed.get() >= 5, `${passed.get()} passed`);
