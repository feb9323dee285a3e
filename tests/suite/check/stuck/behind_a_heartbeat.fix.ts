// check: threads=holds tasks=holds event-loop=holds
// Somebody serves it, and the heartbeat ends with the rest.
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
items.release();
