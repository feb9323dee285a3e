// lanes: model=threads
// check: threads=race(7)
// The right order, but the flag is a plain variable: nothing orders the look without the lock.
let isReady = false;
let port = 0;
const m = new Mutex();
async function getPort() {
  if (!isReady) {
    await m.lock();
    if (!isReady) {
      port = 80;
      isReady = true;
    }
    m.unlock();
  }
  return port;
}
async function client() {
  const mine = await getPort();
  assert(mine === 80, "used before it was there");
}
await Promise.all([spawn("A", client), spawn("B", client)]);
