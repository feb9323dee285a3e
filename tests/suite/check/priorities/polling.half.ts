// lanes: cores=1
// check: tasks=livelock(5) threads/exact=livelock(6)
// Looking less often is not waiting.
let isReady = false;
async function poller() {
  while (!isReady) {
    for (let i = 0; i < 3; i++) await yieldNow();
  }
}
async function loader() {
  isReady = true;
}
spawn("loader", loader, { priority: 2 });
spawn("poller", poller, { priority: 1 });
