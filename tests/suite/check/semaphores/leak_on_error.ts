// check: threads=leak(6) tasks=leak(7) event-loop=leak(8)
// A permit is lost with every error. With two of them, nobody notices the first.
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
    console.log(String(error));
  }
}
await Promise.all([spawn("A", () => attempt("good")), spawn("B", () => attempt("bad"))]);
