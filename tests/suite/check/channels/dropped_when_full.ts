// check: threads=assertion(9) tasks=assertion(6) event-loop=assertion(6)
// `trySend` does not wait: what does not fit is lost.
const samples = new Channel<number>(1);
const received = new AtomicInt(0);
async function sensor() {
  samples.trySend(1);
  samples.trySend(2);
  samples.close();
}
async function store() {
  for (let sample = await samples.receive(); sample !== undefined; sample = await samples.receive()) received.increment();
}
await Promise.all([spawn("sensor", sensor), spawn("store", store)]);
assert(received.get() === 2, `${received.get()} of 2 arrived`);
