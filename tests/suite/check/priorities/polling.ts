// lanes: cores=1
// check: tasks=livelock(3) threads/exact=livelock(4)
// An urgent task that polls never lets the one run that it waits for: giving its turn away gives it to itself.
let isReady = false;
async function poller() {
  while (!isReady) await yieldNow();
}
async function loader() {
  isReady = true;
}
spawn("loader", loader, { priority: 2 });
spawn("poller", poller, { priority: 1 });
