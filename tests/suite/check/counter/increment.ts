// lanes: model=threads
// check: threads=race(4),lost-update(5),assertion(7) statement=race(4) tasks=holds event-loop=holds
// Two threads add one each. `counter = counter + 1` is a read and a write, and the other thread fits in between.
let counter = 0;
async function worker() {
  counter = counter + 1;
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
assert(counter === 2, `counted ${counter}`);
