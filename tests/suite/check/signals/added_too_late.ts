// lanes: model=threads
// check: threads=assertion(5) tasks=assertion(2) event-loop=assertion(4)
// The work signs itself in: whoever waits may find nobody there yet.
const group = new WaitGroup();
const finished = new AtomicInt(0);
async function work() {
  await yieldNow();
  group.add();
  finished.increment();
  group.done();
}
spawn("A", work);
spawn("B", work);
await group.wait();
assert(finished.get() === 2, `${finished.get()} of 2 are done`);
