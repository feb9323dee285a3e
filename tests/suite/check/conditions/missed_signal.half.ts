// check: threads=deadlock(7) tasks=deadlock(5) event-loop=holds
// Starting the listener first is no promise that it listens first.
let bell: (() => void) | undefined;
function waitForBell() {
  return new Promise<void>((resolve) => {
    bell = resolve;
  });
}
const m = new Mutex();
async function ring() {
  await m.lock();
  if (bell !== undefined) bell();
  m.unlock();
}
async function listen() {
  await m.lock();
  const rung = waitForBell();
  m.unlock();
  await rung;
}
await Promise.all([spawn("consumer", listen), spawn("producer", ring)]);
