// check: threads=holds tasks=holds event-loop=holds
// Only who got it gives it back.
const limit = new Semaphore(1, { max: 1 });
async function request() {
  const isMine = await limit.tryAcquireFor(10);
  try {
    if (isMine) await sleep(5);
  } finally {
    if (isMine) limit.release();
  }
}
await Promise.all([spawn("A", request), spawn("B", request)]);
