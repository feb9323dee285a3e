// check: threads=deadlock(3) tasks=deadlock(3) event-loop=deadlock(3)
// Both wait for the other before they say that they are there.
const aIsThere = new Semaphore(0);
const bIsThere = new Semaphore(0);
async function a() {
  await bIsThere.acquire();
  aIsThere.release();
}
async function b() {
  await aIsThere.acquire();
  bIsThere.release();
}
await Promise.all([spawn("A", a), spawn("B", b)]);
