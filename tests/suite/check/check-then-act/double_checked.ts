// lanes: model=threads
// check: threads=race(6),assertion(7)
// Double-checked initialisation that raises its flag before the value is there.
let isReady = false;
let port = 0;
const m = new Mutex();
async function getPort() {
  if (!isReady) {
    await m.lock();
    if (!isReady) {
      isReady = true;
      port = 80;
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
