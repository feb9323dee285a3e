// check: threads=race(8),lost-update(13),assertion(14) tasks=holds event-loop=holds
// Looking again after paying is enough where nobody comes in between two awaits, and only there.
let seats = 1;
async function book() {
  if (seats > 0) {
    await sleep(1); // pays
    if (seats > 0) {
      seats = seats - 1;
    }
  }
}
await Promise.all([spawn("Ann", book), spawn("Bob", book)]);
assert(seats >= 0, "a seat was sold twice");
