// check: threads=holds tasks=holds event-loop=holds
// Released whatever happens.
const limit = new Semaphore(2);
async function download(name: string) {
  await limit.acquire();
  try {
    if (name === "bad") throw new Error(`cannot load ${name}`);
  } finally {
    limit.release();
  }
}
async function attempt(name: string) {
  try {
    await download(name);
  } catch (error) {
    console.log(String(error));
  }
}
await Promise.all([spawn("A", () => attempt("good")), spawn("B", () => attempt("bad"))]);
