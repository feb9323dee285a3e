// check: threads=breach(13) tasks=breach(11) event-loop=holds
// Whoever fails releases in the handler and again in the end: then two are inside at once, however urgent.
const desk = new PrioritySemaphore(1);
async function visit(priority: number, fails: boolean) {
  await desk.acquire(priority);
  try {
    await yieldNow();
    critical("at the desk");
    if (fails) throw new Error("wrong form");
  } catch {
    desk.release();
  } finally {
    desk.release();
  }
}
await Promise.all([spawn("A", () => visit(1, true)), spawn("B", () => visit(2, false)), spawn("C", () => visit(0, false))]);
