// check: threads=holds tasks=holds event-loop=holds
// `withPermit` gives it back in any case.
const limit = new Semaphore(2);
async function download(isBroken: boolean) {
  try {
    await limit.withPermit(() => {
      if (isBroken) throw new Error("broken");
    });
  } catch {
    console.log("failed");
  }
}
await Promise.all([
  spawn("A", () => download(true)),
  spawn("B", () => download(true)),
  spawn("C", () => download(false)),
]);
