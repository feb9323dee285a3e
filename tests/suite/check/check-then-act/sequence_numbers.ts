// check: threads=race(7),lost-update(11),assertion(14) tasks=lost-update(7),assertion(8) event-loop=lost-update(7),assertion(8)
// The next number is read, stored elsewhere, and only then counted up.
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
  await store(id);
  next = id + 1;
}
await Promise.all([spawn("A", create), spawn("B", create)]);
assert(taken[0] !== taken[1], `two of them got ${taken[0]}`);
