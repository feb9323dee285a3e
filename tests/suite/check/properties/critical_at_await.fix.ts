// check: threads=holds tasks=holds event-loop=holds
// One after the other.
const m = new Mutex();
async function worker() {
  await m.lock();
  critical("door");
  m.unlock();
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
