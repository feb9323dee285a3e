// lanes: model=threads
// check: threads=holds tasks=holds event-loop=holds
// As many as there are.
const ready = new Latch(3);
async function part() {
  await yieldNow();
  ready.countDown();
}
await Promise.all([spawn("A", part), spawn("B", part), spawn("C", part), spawn("D", () => ready.wait())]);
