// check: threads=deadlock(4) tasks=deadlock(4) event-loop=deadlock(4)
// A consumer that forgets the quit channel waits for ever.
const jobs = new Channel<number>();
const quit = new Channel<void>();
async function consume() {
  for (;;) {
    const { closed } = await select([jobs.onReceive()]);
    if (closed) return;
  }
}
spawn("consumer", consume);
await jobs.send(1);
quit.close();
