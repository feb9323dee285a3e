// check: threads=assertion(5) tasks=assertion(2) event-loop=holds
// Each worker signs itself in when it begins: who waits may find that nobody is there yet.
const working = new AtomicInt(0);
const allDone = new Semaphore(0);
const finished = new AtomicInt(0);
async function worker() {
  working.increment();
  await yieldNow();
  finished.increment();
  if (working.decrement() === 0) allDone.release();
}
async function waiter() {
  if (working.get() > 0) await allDone.acquire();
  assert(finished.get() === 2, `${finished.get()} of 2 are done`);
}
spawn("A", worker);
spawn("B", worker);
spawn("waiter", waiter);
