// check: threads=over-release(1) tasks=over-release(4) event-loop=over-release(4)
// Given back on the early way out, and once more at the end of every way.
const m = new Mutex();
let isOpen = true;
async function close() {
  await m.lock();
  try {
    if (!isOpen) {
      m.unlock();
      return;
    }
    isOpen = false;
  } finally {
    m.unlock();
  }
}
await close();
await close();
