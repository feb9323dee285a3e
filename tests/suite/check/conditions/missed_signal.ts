// check: threads=deadlock(7) tasks=deadlock(5) event-loop=deadlock(5)
// A bell that rings for those who wait now, and is forgotten: the consumer may come too late.
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
await Promise.all([spawn("producer", ring), spawn("consumer", listen)]);
