// lanes: model=threads granularity=access cores=8
const WORKERS = 8;
const ITEMS = 24;

const counter = new AtomicInt(0);

async function worker(id: number) {
  for (let item = id; item < ITEMS; item += WORKERS) {
    process(item);
    // Reading, adding and writing are one step: there is no moment in between for another worker to use.
    counter.increment();
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

console.log(`processed ${counter.get()} items`);
assert(counter.get() === ITEMS, `${ITEMS} items, but the counter says ${counter.get()}`);
