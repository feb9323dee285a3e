// lanes: cores=1
// check: tasks=holds threads/exact=holds
// Who waits takes no turns.
let isReady = false;
const loaded = new Latch(1);
async function poller() {
  await loaded.wait();
  assert(isReady);
}
async function loader() {
  isReady = true;
  loaded.countDown();
}
spawn("loader", loader, { priority: 2 });
spawn("poller", poller, { priority: 1 });
