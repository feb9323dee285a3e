// lanes: model=tasks
const JOBS = 100;
const LIMIT = 10;
const queue = Array.from({ length: JOBS }, (_, i) => i);
const results = [];
let running = 0;
async function worker(id) {
  while (queue.length > 0) {
    const job = queue.shift();
    running++;
    assert(running <= LIMIT, `too many at once: ${running}`);
    await sleep(50 + (job % 30));
    running--;
    results.push({ id, job });
  }
}
await Promise.all(Array.from({ length: LIMIT }, (_, i) => spawn(`worker ${i}`, () => worker(i))));
console.log(`total ${results.length}`);
