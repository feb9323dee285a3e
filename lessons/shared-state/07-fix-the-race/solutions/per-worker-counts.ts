// lanes: model=threads granularity=access cores=8
const WORKERS = 8;
const ITEMS = 24;

// Nothing is shared while the workers run: each counts for itself and returns its number.
async function worker(id: number) {
  let mine = 0;
  for (let item = id; item < ITEMS; item += WORKERS) {
    process(item);
    mine = mine + 1;
  }
  return mine;
}

// One millisecond of real work for each item.
function process(item: number) {
  work(1);
}

const workers = [];
for (let id = 0; id < WORKERS; id++) {
  workers.push(spawn(`worker ${id + 1}`, () => worker(id)));
}
const counts = await Promise.all(workers);
const counter = counts.reduce((sum, count) => sum + count, 0);

console.log(`processed ${counter} items`);
assert(counter === ITEMS, `${ITEMS} items, but the counter says ${counter}`);
