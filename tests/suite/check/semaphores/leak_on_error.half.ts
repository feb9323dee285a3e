// check: threads=leak(5) tasks=leak(7) event-loop=leak(8)
// The caller cleans up, but only after the error that it knows.
const limit = new Semaphore(2);
async function download(name: string) {
  await limit.acquire();
  if (name === "bad") throw new Error(`cannot load ${name}`);
  limit.release();
}
async function attempt(name: string) {
  try {
    await download(name);
  } catch (error) {
    if (String(error).includes("timeout")) limit.release();
  }
}
await Promise.all([spawn("A", () => attempt("good")), spawn("B", () => attempt("bad"))]);
