// check: threads=holds tasks=holds event-loop=holds
// Wait until there is room.
const samples = new Channel<number>(1);
const received = new AtomicInt(0);
async function sensor() {
  await samples.send(1);
  await samples.send(2);
  samples.close();
}
async function store() {
  for (let sample = await samples.receive(); sample !== undefined; sample = await samples.receive()) received.increment();
}
await Promise.all([spawn("sensor", sensor), spawn("store", store)]);
assert(received.get() === 2, `${received.get()} of 2 arrived`);
