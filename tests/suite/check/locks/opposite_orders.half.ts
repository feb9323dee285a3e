// check: threads=livelock(9) statement=livelock(11) tasks=livelock(7) event-loop=livelock(7)
// Trying instead of waiting does not help who keeps what they have: both try for ever.
const from = new Mutex();
const to = new Mutex();
async function forth() {
  await from.lock();
  while (!to.tryLock()) await yieldNow();
  to.unlock();
  from.unlock();
}
async function back() {
  await to.lock();
  while (!from.tryLock()) await yieldNow();
  from.unlock();
  to.unlock();
}
await Promise.all([spawn("A", forth), spawn("B", back)]);
