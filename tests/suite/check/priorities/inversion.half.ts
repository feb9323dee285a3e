// lanes: cores=1
// check: tasks=always(22) threads/exact=always(35)
// Who gets the lock when it is free is not the question: it is not given back.
const bus = new Mutex({ fair: false });
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
