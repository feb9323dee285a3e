// check: threads=race(4),lost-update(5),assertion(14) tasks=holds event-loop=holds
// No await in between is enough for tasks, not for threads.
let next = 1;
const taken: number[] = [];
const m = new Mutex();
async function store(id: number) {
  await m.lock();
  taken.push(id);
  m.unlock();
}
async function create() {
  const id = next;
  next = id + 1;
  await store(id);
}
await Promise.all([spawn("A", create), spawn("B", create)]);
assert(taken[0] !== taken[1], `two of them got ${taken[0]}`);
