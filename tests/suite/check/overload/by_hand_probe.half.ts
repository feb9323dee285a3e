// check: threads=race(4),lost-update(9),assertion(10) tasks=holds event-loop=holds
// Without the wait in between it is right as long as nobody else runs at the same time.
let underWay = 0;
let isProbing = false;
async function call() {
  if (isProbing) return;
  isProbing = true;
  underWay++;
  assert(underWay === 1, "two probes at once");
  await yieldNow();
  underWay--;
  isProbing = false;
}
await Promise.all([spawn("A", call), spawn("B", call)]);
