// lanes: model=threads
// Three philosophers, three forks, and everybody takes the left
// one first. When all have a left fork, all wait for the right
// one. Let one of them take the right fork first, or only two
// sit down at a time.
const forks = [new Mutex(), new Mutex(), new Mutex()];

async function philosopher(seat: number) {
  const left = forks[seat];
  const right = forks[(seat + 1) % forks.length];
  await left.lock();
  await right.lock();
  console.log(`philosopher ${seat} eats`);
  right.unlock();
  left.unlock();
}

await Promise.all(
  forks.map((_, seat) => spawn(`philosopher ${seat}`, () => philosopher(seat))),
);
