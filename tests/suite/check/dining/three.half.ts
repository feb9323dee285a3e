// check: threads=deadlock(13) tasks=deadlock(7) event-loop=deadlock(7)
// All of them left-handed is as bad as none.
const forks = [new Mutex(), new Mutex(), new Mutex()];
async function philosopher(left: Mutex, right: Mutex) {
  await left.lock();
  await right.lock();
  right.unlock();
  left.unlock();
}
await Promise.all([
  spawn("Plato", () => philosopher(forks[1], forks[0])),
  spawn("Kant", () => philosopher(forks[2], forks[1])),
  spawn("Hume", () => philosopher(forks[0], forks[2])),
]);
