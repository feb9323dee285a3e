// check: threads=deadlock(4) tasks=deadlock(4) event-loop=deadlock(4)
// A says it first, but tells itself.
const aIsThere = new Semaphore(0);
const bIsThere = new Semaphore(0);
async function a() {
  bIsThere.release();
  await bIsThere.acquire();
}
async function b() {
  await aIsThere.acquire();
  bIsThere.release();
}
await Promise.all([spawn("A", a), spawn("B", b)]);
