// check: threads=holds tasks=holds event-loop=holds
// First come, first served.
const m = new Mutex();
async function greedy() {
  for (;;) {
    await m.lock();
    await yieldNow(); // uses it
    m.unlock();
  }
}
async function modest() {
  await m.lock();
  m.unlock();
}
spawn("greedy", greedy, { daemon: true });
spawn("modest", modest);
