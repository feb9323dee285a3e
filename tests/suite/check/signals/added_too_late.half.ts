// lanes: model=threads
// check: threads=assertion(5) tasks=assertion(2) event-loop=assertion(4)
// It signs in before it gives the turn away: still only once it runs.
const group = new WaitGroup();
const finished = new AtomicInt(0);
async function work() {
  group.add();
  await yieldNow();
  finished.increment();
  group.done();
}
spawn("A", work);
spawn("B", work);
await group.wait();
assert(finished.get() === 2, `${finished.get()} of 2 are done`);
