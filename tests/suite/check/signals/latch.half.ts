// lanes: model=threads
// check: threads=exception(15) tasks=exception(11) event-loop=exception(12)
// Looking first does not help: the others look too.
const ready = new Latch(2);
async function part() {
  await yieldNow();
  if (ready.count > 0) {
    await yieldNow();
    ready.countDown();
  }
}
await Promise.all([spawn("A", part), spawn("B", part), spawn("C", part), spawn("D", () => ready.wait())]);
