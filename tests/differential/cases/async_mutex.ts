// async-mutex 0.5.0 and our Mutex and Semaphore: exclusion, order, results and errors of what runs under the lock.
//
// Left out on purpose:
// - async-mutex lets anyone release, and its `release` may be called twice; ours throws for whoever does not hold it: that is
//   a mistake that a lesson is about.
// - Priorities, `cancel()` of all who wait, and `waitForUnlock`.
// - One microtask: async-mutex wakes the next one later than ours does.
//- theirs
import { Mutex as Theirs, Semaphore as TheirSemaphore } from "async-mutex";
const mutex = () => {
  const lock = new Theirs();
  return { withLock: <T>(fn: () => T | Promise<T>) => lock.runExclusive(fn), isLocked: () => lock.isLocked() };
};
const semaphore = (permits: number) => {
  const sema = new TheirSemaphore(permits);
  return { withPermit: <T>(fn: () => T | Promise<T>) => sema.runExclusive(fn) };
};
//- ours
const mutex = () => {
  const lock = new Mutex();
  return { withLock: <T>(fn: () => T | Promise<T>) => lock.withLock(fn), isLocked: () => lock.locked };
};
const semaphore = (permits: number) => {
  const sema = new Semaphore(permits);
  return { withPermit: <T>(fn: () => T | Promise<T>) => sema.withPermit(fn) };
};
//- both
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const lock = mutex();
let counter = 0;
const log: string[] = [];
const results = await Promise.allSettled([5, 1, 3].map((ms, index) =>
  lock.withLock(async () => {
    const seen = counter;
    log.push(`${index} in at ${performance.now()}, ${lock.isLocked()}`);
    await sleep(ms);
    counter = seen + 1;
    if (index === 1) throw new Error("one");
    return counter;
  }),
));
console.log(log.join("\n"));
console.log(results.map((result) => (result.status === "fulfilled" ? result.value : result.reason.message)).join(), counter, lock.isLocked());
const sema = semaphore(2);
const order: string[] = [];
await Promise.all([4, 2, 2, 1].map((ms, index) => sema.withPermit(async () => {
  order.push(`+${index}@${performance.now()}`);
  await sleep(ms);
  order.push(`-${index}@${performance.now()}`);
})));
console.log(order.join(" "));
