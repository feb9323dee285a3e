// lanes: model=tasks
// What is made in a literal is called by where it is found there.
const forks = [new Mutex(), new Mutex(), ...[], new Mutex()];
const table = { spoon: new Mutex(), bowls: [new Semaphore(1)] };
class Kitchen {
  pots = [new Semaphore(0)];
}
const kitchen = new Kitchen();
for (const wrong of [
  () => forks[0].unlock(),
  () => forks[1].unlock(),
  () => forks[2].unlock(),
  () => table.spoon.unlock(),
]) {
  try {
    wrong();
  } catch (error) {
    console.log(error.message);
  }
}
spawn("cook", async () => {
  await forks[0].lock();
  await table.bowls[0].acquire();
  await kitchen.pots[0].acquire();
});
spawn("guest", async () => {
  await forks[1].lock();
  await forks[0].lock();
});
//= forks[0].unlock(): the mutex is not locked
//= forks[1].unlock(): the mutex is not locked
//= Mutex.unlock(): the mutex is not locked
//= table.spoon.unlock(): the mutex is not locked
//! deadlock: cook waits for a permit of pots[0], which nobody holds; guest waits for forks[0], held by cook
