// lanes: model=threads
// check: threads=exception(0) tasks=exception(0) event-loop=exception(0)
// Three count down a latch for two.
const ready = new Latch(2);
async function part() {
  await yieldNow();
  ready.countDown();
}
await Promise.all([spawn("A", part), spawn("B", part), spawn("C", part), spawn("D", () => ready.wait())]);
