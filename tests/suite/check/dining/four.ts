// check: threads=deadlock(17) tasks=deadlock(9) event-loop=deadlock(9)
// Four philosophers, and one of them is in a different mood: still a circle.
const forks = [new Mutex(), new Mutex(), new Mutex(), new Mutex()];
async function philosopher(seat: number) {
  const left = forks[seat];
  const right = forks[(seat + 1) % 4];
  await left.lock();
  await right.lock();
  right.unlock();
  left.unlock();
}
await Promise.all([0, 1, 2, 3].map((seat) => spawn(`P${seat}`, () => philosopher(seat))));
