// check: threads=holds tasks=holds event-loop=holds
// Reading and counting up are one.
const next = new AtomicInt(0);
const taken: number[] = [];
const m = new Mutex();
async function store(id: number) {
  await m.lock();
  taken.push(id);
  m.unlock();
}
async function create() {
  const id = next.increment();
  await store(id);
}
await Promise.all([spawn("A", create), spawn("B", create)]);
assert(taken[0] !== taken[1], `two of them got ${taken[0]}`);
