// Who listens is told in order, before the call goes on; what time alone brings about is a callback in the lane that asked.
let healthy = true;
const api = new CircuitBreaker(
  async (ms) => {
    await sleep(ms);
    if (!healthy) throw new Error("down");
    return ms;
  },
  { timeout: 10, resetTimeout: 20, errorThresholdPercentage: 40 },
);
const events = ["fire", "success", "failure", "timeout", "reject", "fallback", "open", "halfOpen", "close"] as const;
for (const event of events) {
  api.on(event, function (...args) {
    const words = args.map((word) => (word instanceof Error ? word.message : word instanceof Promise ? "a promise" : word));
    console.log(performance.now(), event, ...words, this === api);
  });
}
const first = () => console.log("the first");
api.once("fire", first);
api.off("open", first);
console.log(await api.fire(3));
await api.fire(30).catch((error) => console.log(error.code));
await api.fire(1).catch((error) => console.log(error.code));
await sleep(25);
await api.fire(4);
healthy = false;
api.fallback(async (ms) => -ms);
console.log(await api.fire(5));
for (const wrong of [() => api.on("opened" as any, first), () => api.once("open", 1 as any), () => api.off(undefined as any, first)]) {
  try {
    wrong();
  } catch (error) {
    console.log(`${error}`);
  }
}

// Two calls of one lane at once: each is booked as itself. The one from before it opened decides nothing about the probe.
const both = new CircuitBreaker(
  async (ms, isBad) => {
    await sleep(ms);
    if (isBad) throw new Error("bad");
  },
  { resetTimeout: 5, timeout: false },
);
const old = both.fire(20, true).catch(() => console.log("the old one failed"));
both.open();
await sleep(6);
const probe = both.fire(30, false);
await old;
console.log(both.halfOpen);
await probe;
console.log(both.closed);
//= 0 fire [ 3 ] true
//= the first
//= 3 success 3 3 true
//= 3
//= 3 fire [ 30 ] true
//= 13 timeout Timed out after 10ms 10 [ 30 ] true
//= 13 failure Timed out after 10ms 10 [ 30 ] true
//= 13 open true
//= ETIMEDOUT
//= 13 fire [ 1 ] true
//= 13 reject Breaker is open true
//= EOPENBREAKER
//= 33 halfOpen 20 true
//= 38 fire [ 4 ] true
//= 42 close true
//= 42 success 4 4 true
//= 42 fire [ 5 ] true
//= 47 failure down 5 [ 5 ] true
//= 47 fallback a promise down true
//= -5
//= TypeError: api.on(): there is no event "opened", only fire, success, failure, timeout, reject, semaphoreLocked, fallback, open, halfOpen, close
//= TypeError: api.once(): the listener must be a function, not 1
//= TypeError: api.off(): there is no event undefined, only fire, success, failure, timeout, reject, semaphoreLocked, fallback, open, halfOpen, close
//= the old one failed
//= true
//= true
