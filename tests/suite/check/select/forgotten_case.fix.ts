// check: threads=holds tasks=holds event-loop=holds
const jobs = new Channel<number>();
const quit = new Channel<void>();
async function consume() {
  for (;;) {
    const { closed } = await select([jobs.onReceive(), quit.onReceive()]);
    if (closed) return;
  }
}
spawn("consumer", consume);
await jobs.send(1);
quit.close();
