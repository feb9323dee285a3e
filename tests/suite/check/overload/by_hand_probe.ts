// check: tasks=assertion(5) event-loop=assertion(5)
// A breaker written by hand: both look before either has noted that it probes.
let underWay = 0;
let isProbing = false;
async function call() {
  if (isProbing) return;
  await yieldNow();
  isProbing = true;
  underWay++;
  assert(underWay === 1, "two probes at once");
  await yieldNow();
  underWay--;
  isProbing = false;
}
await Promise.all([spawn("A", call), spawn("B", call)]);
