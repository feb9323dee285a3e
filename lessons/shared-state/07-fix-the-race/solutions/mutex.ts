// lanes: model=threads granularity=access cores=8
const WORKERS = 8;
const ITEMS = 24;

let counter = 0;
const counterLock = new Mutex(); // guards counter

async function worker(id: number) {
  for (let item = id; item < ITEMS; item += WORKERS) {
    process(item);
    // The lock is held from before the read until after the write. The work itself stays outside, or the
    // workers would take turns at it.
    await counterLock.lock();
    counter = counter + 1;
    counterLock.unlock();
  }
}

// One millisecond of real work for each item.
function process(item: number) {
  work(1);
}

const workers = [];
for (let id = 0; id < WORKERS; id++) {
  workers.push(spawn(`worker ${id + 1}`, () => worker(id)));
}
await Promise.all(workers);

console.log(`processed ${counter} items`);
assert(counter === ITEMS, `${ITEMS} items, but the counter says ${counter}`);
