// check: threads=race(7),lost-update(11),assertion(12) tasks=assertion(7) event-loop=assertion(8)
// Both see the last seat, both pay, both take it.
let seats = 1;
async function book() {
  if (seats > 0) {
    await sleep(1); // pays
    seats = seats - 1;
  }
}
await Promise.all([spawn("Ann", book), spawn("Bob", book)]);
assert(seats >= 0, "a seat was sold twice");
