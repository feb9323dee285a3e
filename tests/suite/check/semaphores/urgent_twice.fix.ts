// check: threads=holds tasks=holds event-loop=holds
// One way in, one way out.
const desk = new PrioritySemaphore(1);
async function visit(priority: number, fails: boolean) {
  await desk.acquire(priority);
  try {
    await yieldNow();
    critical("at the desk");
    if (fails) throw new Error("wrong form");
  } catch {
  } finally {
    desk.release();
  }
}
await Promise.all([spawn("A", () => visit(1, true)), spawn("B", () => visit(2, false)), spawn("C", () => visit(0, false))]);
