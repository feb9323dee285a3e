// check: threads=assertion(32) tasks=holds event-loop=holds
// Waiting before coming back does not keep the rounds apart.
const m = new Mutex();
const gate = new Semaphore(0);
let arrived = 0;
const rounds = [new AtomicInt(0), new AtomicInt(0)];
async function meet() {
  await m.lock();
  arrived = arrived + 1;
  if (arrived === 2) {
    arrived = 0;
    gate.release();
    gate.release();
  }
  m.unlock();
  await gate.acquire();
  await yieldNow();
}
async function worker() {
  for (const round of rounds) {
    round.increment();
    await meet();
    assert(round.get() === 2, "somebody is a round behind");
  }
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
