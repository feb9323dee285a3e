// check: threads=stuck(2) tasks=stuck(2) event-loop=stuck(3)
// The heartbeat serves those who wait, when there are at least two of them.
const items = new Semaphore(0);
async function heartbeat() {
  for (;;) {
    await sleep(10);
    if (items.waiting > 1) items.release();
  }
}
async function consume() {
  await items.acquire();
}
spawn("heartbeat", heartbeat, { daemon: true });
spawn("consumer", consume);
