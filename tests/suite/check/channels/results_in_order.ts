// check: threads=assertion(15) tasks=assertion(14) event-loop=holds
// Two workers, and the results are expected in the order of the jobs.
const jobs = new Channel<number>(2);
const results: number[] = [];
const m = new Mutex();
async function worker() {
  for (let job = await jobs.receive(); job !== undefined; job = await jobs.receive()) {
    await yieldNow(); // works
    await m.lock();
    results.push(job * 10);
    m.unlock();
  }
}
await jobs.send(1);
await jobs.send(2);
jobs.close();
await Promise.all([spawn("W1", worker), spawn("W2", worker)]);
assert(results.join() === "10,20", results.join());
