// check: threads=holds tasks=holds event-loop=holds
// Enough for both, taken under a lock by one after the other.
const hydrogen = new Semaphore(0);
async function h() {
  hydrogen.release();
}
const turn = new Mutex();
async function o() {
  await turn.lock();
  await hydrogen.acquire();
  await hydrogen.acquire();
  turn.unlock();
}
await Promise.all([spawn("H1", h), spawn("H2", h), spawn("O1", o), spawn("O2", o), spawn("H3", h), spawn("H4", h)]);
