// check: threads=stuck(2) tasks=stuck(2) event-loop=stuck(3)
// Something goes on for ever, so it does not look like a deadlock; but one task will never go on again.
const items = new Semaphore(0);
async function heartbeat() {
  for (;;) {
    await sleep(10);
  }
}
async function consume() {
  await items.acquire();
}
spawn("heartbeat", heartbeat, { daemon: true });
spawn("consumer", consume);
