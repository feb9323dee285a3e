// lanes: model=threads
// check: threads=race(5),lost-update(6),assertion(9) statement=race(6) tasks=holds event-loop=holds
// A lock protects only from those who take it too: B does not.
let counter = 0;
const m = new Mutex();
async function careful() {
  await m.lock();
  counter = counter + 1;
  m.unlock();
}
async function careless() {
  counter = counter + 1;
}
await Promise.all([spawn("A", careful), spawn("B", careless)]);
assert(counter === 2, `counted ${counter}`);
