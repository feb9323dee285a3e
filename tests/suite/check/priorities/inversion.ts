// lanes: cores=1
// check: tasks=always(21) threads/exact=always(34)
// Priority inversion: the bus manager waits for the lock that the slow logger holds, and work in the middle, which wants
// neither, keeps the logger from giving it back.
const bus = new Mutex();
let late = false;
always("the bus manager is in time", () => !late);
async function logger() {
  await bus.lock();
  for (let i = 0; i < 2; i++) await work(1);
  bus.unlock();
}
async function manager() {
  await sleep(1);
  const asked = performance.now();
  await bus.lock();
  late = performance.now() - asked > 5;
  bus.unlock();
}
async function radio() {
  await sleep(1);
  for (let i = 0; i < 10; i++) await work(1);
}
spawn("logger", logger, { priority: 3 });
spawn("radio", radio, { priority: 2 });
spawn("manager", manager, { priority: 1 });
