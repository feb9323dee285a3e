// check: threads=holds tasks=holds event-loop=holds
// One operation that looks and notes.
const probing = new Semaphore(1, { max: 1 });
let underWay = 0;
async function call() {
  if (!probing.tryAcquire()) return;
  underWay++;
  assert(underWay === 1, "two probes at once");
  await yieldNow();
  underWay--;
  probing.release();
}
await Promise.all([spawn("A", call), spawn("B", call)]);
