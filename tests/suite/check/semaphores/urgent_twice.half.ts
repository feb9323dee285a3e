// check: threads=deadlock(7),leak(16) tasks=deadlock(7),leak(14) event-loop=deadlock(6)
// Releasing only in the handler, or only at the end of the work, forgets one of the two ways out.
const desk = new PrioritySemaphore(1);
async function visit(priority: number, fails: boolean) {
  await desk.acquire(priority);
  try {
    await yieldNow();
    critical("at the desk");
    if (fails) throw new Error("wrong form");
    desk.release();
  } catch {}
}
await Promise.all([spawn("A", () => visit(1, true)), spawn("B", () => visit(2, false)), spawn("C", () => visit(0, false))]);
