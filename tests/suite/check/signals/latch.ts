// lanes: model=threads
// check: threads=exception(9) tasks=exception(8) event-loop=exception(9)
// Three count down a latch for two.
const ready = new Latch(2);
async function part() {
  await yieldNow();
  ready.countDown();
}
await Promise.all([spawn("A", part), spawn("B", part), spawn("C", part), spawn("D", () => ready.wait())]);
