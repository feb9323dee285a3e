// check: threads=holds tasks=holds event-loop=holds
// As many as come.
const m = new Mutex();
const gate = new Semaphore(0);
let arrived = 0;
async function meet(parties: number) {
  await m.lock();
  arrived = arrived + 1;
  if (arrived === parties) {
    for (let i = 0; i < parties; i++) gate.release();
  }
  m.unlock();
  await gate.acquire();
}
await Promise.all([spawn("A", () => meet(2)), spawn("B", () => meet(2))]);
