// lanes: cores=1
// check: tasks=holds threads/exact=holds
// While the manager waits, the logger is as urgent as it is.
const bus = new Mutex({ priorityInheritance: true });
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
