// lanes: model=threads
// check: threads=assertion(6),race(6)
// One producer, one consumer, one place: the place is announced before it is filled.
const filled = new AtomicInt(0);
let slot = 0;
async function produce() {
  for (let i = 1; i <= 2; i++) {
    while (filled.get() === 1) {}
    filled.set(1);
    slot = i;
  }
}
async function consume() {
  for (let i = 1; i <= 2; i++) {
    while (filled.get() === 0) {}
    assert(slot === i, `expected ${i}, got ${slot}`);
    filled.set(0);
  }
}
await Promise.all([spawn("producer", produce), spawn("consumer", consume)]);
