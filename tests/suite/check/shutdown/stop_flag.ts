// lanes: model=threads
// check: threads=race(3) tasks=holds event-loop=holds
// A plain flag that one thread raises and another one reads in a loop.
let isStopping = false;
async function worker() {
  while (!isStopping) await yieldNow();
}
const running = spawn("worker", worker);
isStopping = true;
await running;
