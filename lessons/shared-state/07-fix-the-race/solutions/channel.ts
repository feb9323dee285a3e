// lanes: model=threads granularity=access cores=8
const WORKERS = 8;
const ITEMS = 24;

const processed = new Channel();

// The workers only tell; they never touch the counter.
async function worker(id: number) {
  for (let item = id; item < ITEMS; item += WORKERS) {
    process(item);
    await processed.send(item);
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

// The main line owns the counter: it alone reads and writes it.
let counter = 0;
while (counter < ITEMS) {
  await processed.receive();
  counter = counter + 1;
}
await Promise.all(workers);

console.log(`processed ${counter} items`);
assert(counter === ITEMS, `${ITEMS} items, but the counter says ${counter}`);
