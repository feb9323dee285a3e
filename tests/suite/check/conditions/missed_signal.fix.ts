// check: threads=holds tasks=holds event-loop=holds
// What is remembered cannot be missed.
let bell: (() => void) | undefined;
let hasRung = false;
function waitForBell() {
  return new Promise<void>((resolve) => {
    bell = resolve;
    if (hasRung) resolve();
  });
}
const m = new Mutex();
async function ring() {
  await m.lock();
  hasRung = true;
  if (bell !== undefined) bell();
  m.unlock();
}
async function listen() {
  await m.lock();
  const rung = waitForBell();
  m.unlock();
  await rung;
}
await Promise.all([spawn("producer", ring), spawn("consumer", listen)]);
