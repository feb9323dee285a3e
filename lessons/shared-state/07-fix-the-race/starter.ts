// lanes: model=threads granularity=access cores=8
const WORKERS = 8;
const ITEMS = 24;

let counter = 0; // shared by all workers

// Worker 0 takes items 0, 8, 16; worker 1 takes items 1, 9, 17; and so on.
async function worker(id: number) {
  for (let item = id; item < ITEMS; item += WORKERS) {
    process(item);
    // TODO: count every item, whatever the other workers do meanwhile.
    counter = counter + 1;
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
