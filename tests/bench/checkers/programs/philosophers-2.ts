// lanes: model=threads
const seats = 2;
const forks = Array.from({ length: seats }, () => new Mutex());
async function philosopher(left: number) {
  const right = (left + 1) % seats;
  await forks[Math.min(left, right)].lock();
  await forks[Math.max(left, right)].lock();
  forks[right].unlock();
  forks[left].unlock();
}
await Promise.all(forks.map((_, seat) => spawn(() => philosopher(seat))));
