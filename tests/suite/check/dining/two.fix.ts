// check: threads=holds tasks=holds event-loop=holds
// The lower fork first: no circle can close.
const forks = [new Mutex(), new Mutex()];
async function philosopher(seat: number) {
  const left = forks[0];
  const right = forks[1];
  await left.lock();
  await right.lock();
  right.unlock();
  left.unlock();
}
await Promise.all([spawn("Plato", () => philosopher(0)), spawn("Kant", () => philosopher(1))]);
