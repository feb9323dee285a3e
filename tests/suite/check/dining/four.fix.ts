// check: threads=holds tasks=holds event-loop=holds
// A waiter lets three to the table: somebody always has two forks.
const forks = [new Mutex(), new Mutex(), new Mutex(), new Mutex()];
const table = new Semaphore(3);
async function philosopher(seat: number) {
  const left = forks[seat];
  const right = forks[(seat + 1) % 4];
  await table.acquire();
  await left.lock();
  await right.lock();
  right.unlock();
  left.unlock();
  table.release();
}
await Promise.all([0, 1, 2, 3].map((seat) => spawn(`P${seat}`, () => philosopher(seat))));
