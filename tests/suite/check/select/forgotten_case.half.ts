// check: threads=stuck(1),livelock(3)
// Looking again and again instead of waiting, and only for the end: the sender never gets rid of its job.
const jobs = new Channel<number>();
const quit = new Channel<void>();
async function consume() {
  for (;;) {
    const { closed } = await select([quit.onReceive(), otherwise]);
    if (closed) return;
  }
}
spawn("consumer", consume);
await jobs.send(1);
quit.close();
