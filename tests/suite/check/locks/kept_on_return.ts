// check: threads=leak(1) tasks=leak(5) event-loop=leak(5)
// An early return jumps over the unlock, and here nobody asks for the lock afterwards.
const m = new Mutex();
let isOpen = true;
async function close() {
  await m.lock();
  if (!isOpen) return;
  isOpen = false;
  m.unlock();
}
await close();
await close();
