// check: threads=deadlock(21) tasks=deadlock(13) event-loop=deadlock(13)
// A waiter who lets all four in is no help.
const forks = [new Mutex(), new Mutex(), new Mutex(), new Mutex()];
const table = new Semaphore(4);
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
