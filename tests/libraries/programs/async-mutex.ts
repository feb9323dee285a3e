import { E_CANCELED, Mutex, Semaphore, tryAcquire, withTimeout } from "async-mutex";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const mutex = new Mutex();
let balance = 100;
const withdraw = (amount: number) =>
  mutex.runExclusive(async () => {
    const before = balance;
    await sleep(1);
    if (before < amount) throw new Error(`only ${before} left`);
    balance = before - amount;
    return balance;
  });
const results = await Promise.allSettled([withdraw(60), withdraw(60), withdraw(30)]);
console.log(results.map((result) => (result.status === "fulfilled" ? result.value : result.reason.message)), balance);

const semaphore = new Semaphore(2);
const log: string[] = [];
await Promise.all(
  ["a", "b", "c"].map(async (name, index) => {
    const [value, release] = await semaphore.acquire(1, index === 2 ? 5 : 0);
    log.push(`${name} ${value}`);
    await sleep(10 - index);
    release();
  }),
);
console.log(log, semaphore.isLocked(), semaphore.getValue());

const release = await mutex.acquire();
await tryAcquire(mutex).acquire().catch((error) => console.log(error.message));
await withTimeout(mutex, 10, new Error("too long")).acquire().catch((error) => console.log(error.message));
const waiting = mutex.acquire().catch((error) => error === E_CANCELED);
mutex.cancel();
console.log(await waiting, mutex.isLocked());
release();
await mutex.waitForUnlock();
console.log(mutex.isLocked());
