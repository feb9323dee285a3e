// check: threads=holds tasks=holds event-loop=holds
// One order for both.
const a = new Mutex();
const b = new Mutex();
async function forth() {
  await a.lock();
  await b.lock();
  b.unlock();
  a.unlock();
}
async function back() {
  await a.lock();
  await b.lock();
  b.unlock();
  a.unlock();
}
async function serve() {
  for (;;) {
    await yieldNow();
  }
}
spawn("A", forth);
spawn("B", back);
spawn("server", serve, { daemon: true });
