// check: threads=holds tasks=holds event-loop=holds
// One of them is left-handed, and the circle is broken.
const forks = [new Mutex(), new Mutex(), new Mutex()];
async function philosopher(left: Mutex, right: Mutex) {
  await left.lock();
  await right.lock();
  right.unlock();
  left.unlock();
}
await Promise.all([
  spawn("Plato", () => philosopher(forks[0], forks[1])),
  spawn("Kant", () => philosopher(forks[1], forks[2])),
  spawn("Hume", () => philosopher(forks[0], forks[2])),
]);
