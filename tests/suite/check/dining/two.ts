// check: threads=deadlock(9) tasks=deadlock(5) event-loop=deadlock(5)
// Two philosophers, left fork first.
const forks = [new Mutex(), new Mutex()];
async function philosopher(seat: number) {
  const left = forks[seat];
  const right = forks[(seat + 1) % 2];
  await left.lock();
  await right.lock();
  right.unlock();
  left.unlock();
}
await Promise.all([spawn("Plato", () => philosopher(0)), spawn("Kant", () => philosopher(1))]);
