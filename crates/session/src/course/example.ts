// lanes: model=threads
// Two tasks share a counter, and a lock guards it. Take the lock away and press Prove.
let counter = 0;
const lock = new Mutex();

async function add(times: number) {
  for (let i = 0; i < times; i++) {
    await lock.lock();
    counter = counter + 1;
    lock.unlock();
  }
}

const tasks = [spawn("A", () => add(2)), spawn("B", () => add(2))];
await Promise.all(tasks);
console.log(`counter = ${counter}`);
assert(counter === 4, `lost an update: ${counter}`);
