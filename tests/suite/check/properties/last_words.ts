// check: threads=eventually(4) tasks=eventually(3) event-loop=eventually(5)
// The logger is a daemon: the run is over before the last line is written.
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
