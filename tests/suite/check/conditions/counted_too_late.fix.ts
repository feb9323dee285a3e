// check: threads=holds tasks=holds event-loop=holds
// Who starts them signs them in.
const working = new AtomicInt(2);
const allDone = new Semaphore(0);
const finished = new AtomicInt(0);
async function worker() {
  await yieldNow();
  finished.increment();
  if (working.decrement() === 0) allDone.release();
}
async function waiter() {
  await allDone.acquire();
  assert(finished.get() === 2, `${finished.get()} of 2 are done`);
}
spawn("A", worker);
spawn("B", worker);
spawn("waiter", waiter);
