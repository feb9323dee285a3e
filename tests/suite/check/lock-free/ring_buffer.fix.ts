// lanes: model=threads
// check: threads=holds
// Fill, then announce.
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
    assert(slot === i, `expected ${i}, got ${slot}`);
    filled.set(0);
  }
}
await Promise.all([spawn("producer", produce), spawn("consumer", consume)]);
