// check: threads=leak(8) tasks=leak(8) event-loop=leak(8)
// One permit more, and it takes one error more.
const limit = new Semaphore(3);
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
