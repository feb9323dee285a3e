// check: threads=deadlock(5) statement=deadlock(7) tasks=deadlock(5) event-loop=deadlock(5)
// Lock order inversion: each holds what the other wants.
const from = new Mutex();
const to = new Mutex();
async function forth() {
  await from.lock();
  await to.lock();
  to.unlock();
  from.unlock();
}
async function back() {
  await to.lock();
  await from.lock();
  from.unlock();
  to.unlock();
}
await Promise.all([spawn("A", forth), spawn("B", back)]);
