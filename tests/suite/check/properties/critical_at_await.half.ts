// check: threads=breach(5) tasks=breach(5) event-loop=holds
// The lock is given back before the door.
const m = new Mutex();
async function worker() {
  await m.lock();
  m.unlock();
  critical("door");
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
