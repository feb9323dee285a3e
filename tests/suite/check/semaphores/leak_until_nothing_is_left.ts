// check: threads=deadlock(6),leak(8) tasks=deadlock(6),leak(8) event-loop=deadlock(6)
// Two errors, two permits: the third in line waits for ever.
const limit = new Semaphore(2);
async function download(isBroken: boolean) {
  await limit.acquire();
  try {
    if (isBroken) throw new Error("broken");
    limit.release();
  } catch {
    console.log("failed");
  }
}
await Promise.all([
  spawn("A", () => download(true)),
  spawn("B", () => download(true)),
  spawn("C", () => download(false)),
]);
