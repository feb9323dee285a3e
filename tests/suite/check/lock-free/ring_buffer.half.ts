// lanes: model=threads
// check: threads=race(9),assertion(10)
// The producer is right now, but the consumer gives the place back before it has read it.
const filled = new AtomicInt(0);
let slot = 0;
async function produce() {
  for (let i = 1; i <= 2; i++) {
    while (filled.get() === 1) {}
    slot = i;
    filled.set(1);
  }
}
async function consume() {
  for (let i = 1; i <= 2; i++) {
    while (filled.get() === 0) {}
    filled.set(0);
    assert(slot === i, `expected ${i}, got ${slot}`);
  }
}
await Promise.all([spawn("producer", produce), spawn("consumer", consume)]);
