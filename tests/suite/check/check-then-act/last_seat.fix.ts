// check: threads=holds tasks=holds event-loop=holds
// Looking and taking are one under a lock.
let seats = 1;
const m = new Mutex();
async function book() {
  await m.lock();
  if (seats > 0) {
    await sleep(1); // pays
    seats = seats - 1;
  }
  m.unlock();
}
await Promise.all([spawn("Ann", book), spawn("Bob", book)]);
assert(seats >= 0, "a seat was sold twice");
