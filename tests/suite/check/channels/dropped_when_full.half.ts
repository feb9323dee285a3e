// check: threads=assertion(11) tasks=assertion(7) event-loop=holds
// One more attempt makes it less likely.
const samples = new Channel<number>(1);
const received = new AtomicInt(0);
async function sensor() {
  samples.trySend(1);
  if (!samples.trySend(2)) {
    await yieldNow();
    samples.trySend(2);
  }
  samples.close();
}
async function store() {
  for (let sample = await samples.receive(); sample !== undefined; sample = await samples.receive()) received.increment();
}
await Promise.all([spawn("sensor", sensor), spawn("store", store)]);
assert(received.get() === 2, `${received.get()} of 2 arrived`);
