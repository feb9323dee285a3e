// check: threads=holds tasks=holds event-loop=holds
// Say it first, then wait.
const aIsThere = new Semaphore(0);
const bIsThere = new Semaphore(0);
async function a() {
  aIsThere.release();
  await bIsThere.acquire();
}
async function b() {
  bIsThere.release();
  await aIsThere.acquire();
}
await Promise.all([spawn("A", a), spawn("B", b)]);
