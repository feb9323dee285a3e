// async-sema 3.1.1 and our Semaphore: who gets a permit when, hand-off in the order of asking, and trying.
//
// Left out on purpose:
// - `nrWaiting` counts like our `waiting`; `drain()` and tokens have no match: our permits are counted, not things.
// - async-sema may be released above its permits; ours too, unless `max` is given.
//- theirs
import { Sema } from "async-sema";
const semaphore = (permits: number) => {
  const sema = new Sema(permits);
  return {
    acquire: () => sema.acquire(),
    tryAcquire: () => sema.tryAcquire() !== undefined,
    release: () => sema.release(),
    waiting: () => sema.nrWaiting(),
  };
};
//- ours
const semaphore = (permits: number) => {
  const sema = new Semaphore(permits);
  return {
    acquire: () => sema.acquire(),
    tryAcquire: () => sema.tryAcquire(),
    release: () => sema.release(),
    waiting: () => sema.waiting,
  };
};
//- both
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
for (const permits of [1, 2, 3]) {
  const start = performance.now();
  const sema = semaphore(permits);
  const log: string[] = [];
  let active = 0;
  await Promise.all([7, 3, 5, 1, 4].map(async (ms, index) => {
    await sema.acquire();
    active++;
    log.push(`${index} in at ${performance.now() - start}, ${active} active, ${sema.waiting()} waiting`);
    await sleep(ms);
    active--;
    sema.release();
    log.push(`${index} out at ${performance.now() - start}`);
  }));
  console.log(`${permits} permits:\n${log.join("\n")}`);
}
const sema = semaphore(1);
console.log(sema.tryAcquire(), sema.tryAcquire(), sema.waiting());
const order: string[] = [];
const waiters = ["a", "b"].map(async (name) => {
  await sema.acquire();
  order.push(name);
});
await Promise.resolve();
sema.release();
console.log(sema.tryAcquire(), "a waiter has it");
await waiters[0];
sema.release();
await waiters[1];
console.log(order.join(), sema.waiting());
