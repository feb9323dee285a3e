// check: threads=holds tasks=holds event-loop=holds
// While the breaker is half-open one probe passes, whoever comes first; the others are refused.
let underWay = 0;
const breaker = new CircuitBreaker(
  async () => {
    underWay++;
    assert(underWay === 1, "two probes at once");
    await yieldNow();
    underWay--;
  },
  { resetTimeout: 0, timeout: false },
);
breaker.open();
const call = () => breaker.fire().catch((error) => assert(error.code === "EOPENBREAKER"));
await Promise.all([spawn("A", call), spawn("B", call)]);
assert(breaker.closed, "a good probe did not close it");
