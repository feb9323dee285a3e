// lanes: model=threads
// check: threads=holds
// The value first, then the flag, and the flag is atomic: whoever sees it sees the value.
const isReady = new AtomicInt(0);
let port = 0;
const m = new Mutex();
async function getPort() {
  if (isReady.get() === 0) {
    await m.lock();
    if (isReady.get() === 0) {
      port = 80;
      isReady.set(1);
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
