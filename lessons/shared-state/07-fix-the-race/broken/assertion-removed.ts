// expect: final-output - without its assertion the program no longer complains, and still counts wrong
// lanes: model=threads granularity=access cores=8
const WORKERS = 8;
const ITEMS = 24;

let counter = 0;

async function worker(id: number) {
  for (let item = id; item < ITEMS; item += WORKERS) {
    process(item);
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
