// check: threads=starvation(8) tasks=starvation(7) event-loop=holds
// Stepping aside after the unlock gives the modest one a chance, not a promise.
const m = new Mutex({ fair: false });
async function greedy() {
  for (;;) {
    await m.lock();
    await yieldNow(); // uses it
    m.unlock();
    await yieldNow();
  }
}
async function modest() {
  await m.lock();
  m.unlock();
}
spawn("greedy", greedy, { daemon: true });
spawn("modest", modest);
