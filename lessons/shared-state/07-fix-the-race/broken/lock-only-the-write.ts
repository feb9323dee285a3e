// expect: lost-update - the value was read before the lock, so it can be old by the time it is written
// lanes: model=threads granularity=access cores=8
const WORKERS = 8;
const ITEMS = 24;

let counter = 0;
const counterLock = new Mutex();

async function worker(id: number) {
  for (let item = id; item < ITEMS; item += WORKERS) {
    process(item);
    const next = counter + 1;
    await counterLock.lock();
    counter = next;
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
