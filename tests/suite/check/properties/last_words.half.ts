// check: threads=eventually(6) tasks=holds event-loop=holds
// Waiting a little longer than it should take.
const lines = new Channel<string>(2);
const written = new AtomicInt(0);
eventually("both lines are written", () => written.get() === 2);
async function logger() {
  for (;;) {
    await lines.receive();
    await sleep(1); // the disk
    written.increment();
  }
}
spawn("logger", logger, { daemon: true });
await lines.send("hello");
await lines.send("goodbye");
await sleep(10);
