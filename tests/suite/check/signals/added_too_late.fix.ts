// lanes: model=threads
// check: threads=holds tasks=holds event-loop=holds
// Whoever starts it signs it in.
const group = new WaitGroup();
group.add(2);
const finished = new AtomicInt(0);
async function work() {
  await yieldNow();
  finished.increment();
  group.done();
}
spawn("A", work);
spawn("B", work);
await group.wait();
assert(finished.get() === 2, `${finished.get()} of 2 are done`);
