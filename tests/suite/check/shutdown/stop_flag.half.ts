// lanes: model=threads
// check: threads=race(3) tasks=holds event-loop=holds
// A lock around the write only.
let isStopping = false;
const m = new Mutex();
async function worker() {
  while (!isStopping) await yieldNow();
}
const running = spawn("worker", worker);
await m.lock();
isStopping = true;
m.unlock();
await running;
