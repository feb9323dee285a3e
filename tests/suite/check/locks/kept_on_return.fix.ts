// check: threads=holds tasks=holds event-loop=holds
// The lock is given back on every way out.
const m = new Mutex();
let isOpen = true;
async function close() {
  await m.lock();
  try {
    if (!isOpen) return;
    isOpen = false;
  } finally {
    m.unlock();
  }
}
await close();
await close();
