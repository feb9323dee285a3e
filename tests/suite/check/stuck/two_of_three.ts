// check: threads=stuck(4) tasks=stuck(4) event-loop=stuck(5)
// Two of them block each other, and the third keeps working.
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
spawn("B", back);
spawn("server", serve, { daemon: true });
