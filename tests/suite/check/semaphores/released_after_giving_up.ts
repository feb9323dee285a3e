// check: threads=over-release(8) tasks=holds event-loop=holds
// Released in a `finally`, even if the permit never came in time.
const limit = new Semaphore(1, { max: 1 });
async function request() {
  const isMine = await limit.tryAcquireFor(10);
  try {
    if (isMine) await sleep(5);
  } finally {
    limit.release();
  }
}
await Promise.all([spawn("A", request), spawn("B", request)]);
