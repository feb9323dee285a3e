// check: threads=leak(9) tasks=leak(9) event-loop=leak(9)
// Nobody gives it back who was quick.
const limit = new Semaphore(1, { max: 1 });
async function request() {
  const isMine = await limit.tryAcquireFor(10);
  try {
    if (isMine) await sleep(5);
  } finally {
    if (!isMine) console.log("gave up");
  }
}
await Promise.all([spawn("A", request), spawn("B", request)]);
