// check: threads=deadlock(13) tasks=deadlock(5) event-loop=deadlock(5)
// A barrier for three to which two come.
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
await Promise.all([spawn("A", () => meet(3)), spawn("B", () => meet(3))]);
