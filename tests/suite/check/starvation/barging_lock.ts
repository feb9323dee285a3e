// check: threads=starvation(7) tasks=stuck(3) event-loop=stuck(3)
// A lock that goes to whoever asks while it is free: the greedy one asks again at once, and the modest one tries in vain. Where
// nobody can come in between the unlock and the next lock, it has no chance at all.
const m = new Mutex({ fair: false });
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
