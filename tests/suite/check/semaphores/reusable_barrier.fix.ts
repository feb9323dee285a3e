// check: threads=holds tasks=holds event-loop=holds
// A gate for every round: nobody can take a permit of another round.
const m = new Mutex();
let gate = new Semaphore(0);
let arrived = 0;
const rounds = [new AtomicInt(0), new AtomicInt(0)];
async function meet() {
  await m.lock();
  arrived = arrived + 1;
  const mine = gate;
  if (arrived === 2) {
    arrived = 0;
    gate = new Semaphore(0);
    mine.release();
    mine.release();
  }
  m.unlock();
  await mine.acquire();
}
async function worker() {
  for (const round of rounds) {
    round.increment();
    await meet();
    assert(round.get() === 2, "somebody is a round behind");
  }
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
