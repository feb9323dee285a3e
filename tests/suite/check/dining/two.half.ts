// check: threads=livelock(15) tasks=livelock(10) event-loop=holds
// Polite philosophers: who does not get the second fork puts the first one back. In step, they go on like that for ever.
const forks = [new Mutex(), new Mutex()];
async function philosopher(seat: number) {
  const left = forks[seat];
  const right = forks[(seat + 1) % 2];
  await left.lock();
  while (!right.tryLock()) {
    left.unlock();
    await yieldNow();
    await left.lock();
  }
  right.unlock();
  left.unlock();
}
await Promise.all([spawn("Plato", () => philosopher(0)), spawn("Kant", () => philosopher(1))]);
