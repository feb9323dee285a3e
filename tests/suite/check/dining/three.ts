// check: threads=deadlock(13) tasks=deadlock(7) event-loop=deadlock(7)
// Three philosophers, left fork first.
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
  spawn("Hume", () => philosopher(forks[2], forks[0])),
]);
