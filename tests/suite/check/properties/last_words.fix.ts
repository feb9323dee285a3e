// check: threads=holds tasks=holds event-loop=holds
// The end of the logger is awaited, and it ends when the channel is closed.
const lines = new Channel<string>(2);
const written = new AtomicInt(0);
eventually("both lines are written", () => written.get() === 2);
async function logger() {
  while ((await lines.receive()) !== undefined) {
    await sleep(1); // the disk
    written.increment();
  }
}
const logging = spawn("logger", logger);
await lines.send("hello");
await lines.send("goodbye");
lines.close();
await logging;
