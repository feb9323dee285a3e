// check: threads=assertion(9) tasks=assertion(5) event-loop=holds
// One of them is signed in beforehand, the other still does it by itself.
const working = new AtomicInt(1);
const allDone = new Semaphore(0);
const finished = new AtomicInt(0);
async function worker() {
  await yieldNow();
  finished.increment();
  if (working.decrement() === 0) allDone.release();
}
async function guest() {
  working.increment();
  await worker();
}
async function waiter() {
  await allDone.acquire();
  assert(finished.get() === 2, `${finished.get()} of 2 are done`);
}
spawn("A", worker);
spawn("B", guest);
spawn("waiter", waiter);
