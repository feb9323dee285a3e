// check: threads=holds tasks=holds event-loop=holds
// Three tasks with three operations each: one is inside at a time, one of them gives up, and the permit comes back.
const desk = new PrioritySemaphore(1);
async function visit(priority: number) {
  await desk.acquire(priority);
  critical("at the desk");
  await yieldNow();
  desk.release();
}
async function hurry() {
  if (!desk.tryAcquire()) return;
  critical("at the desk");
  await yieldNow();
  desk.release();
}
await Promise.all([spawn("A", () => visit(2)), spawn("B", () => visit(1)), spawn("C", hurry)]);
assert(desk.available === 1 && desk.waiting === 0, "the permit is back");
