// check: threads=holds statement=holds tasks=holds event-loop=holds
// One order for everybody.
const from = new Mutex();
const to = new Mutex();
async function forth() {
  await from.lock();
  await to.lock();
  to.unlock();
  from.unlock();
}
async function back() {
  await from.lock();
  await to.lock();
  to.unlock();
  from.unlock();
}
await Promise.all([spawn("A", forth), spawn("B", back)]);
