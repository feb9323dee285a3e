// check: threads=stuck(7) tasks=stuck(7) event-loop=holds
// A head start for the one is no order.
const a = new Mutex();
const b = new Mutex();
async function forth() {
  await a.lock();
  await b.lock();
  b.unlock();
  a.unlock();
}
async function back() {
  await b.lock();
  await a.lock();
  a.unlock();
  b.unlock();
}
async function serve() {
  for (;;) {
    await yieldNow();
  }
}
spawn("A", forth);
spawn("B", async () => {
  await yieldNow();
  await yieldNow();
  await yieldNow();
  await back();
});
spawn("server", serve, { daemon: true });
