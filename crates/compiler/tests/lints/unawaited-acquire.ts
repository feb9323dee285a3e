//- bad: a mutex that is not waited for
const mutex = new Mutex();
let counter = 0;
async function increment() {
  mutex.lock();
  counter = counter + 1;
  mutex.unlock();
}
await Promise.all([increment(), increment()]);
//- bad: a semaphore that is not waited for
const slots = new Semaphore(2);
async function download(url: string) {
  slots.acquire();
  try {
    await sleep(10);
    return url;
  } finally {
    slots.release();
  }
}
await Promise.all(["a", "b", "c"].map(download));
//- bad: in a function that is not async
const mutex = new Mutex();
const log: string[] = [];
function append(line: string) {
  mutex.lock();
  log.push(line);
  mutex.unlock();
}
append("one");
console.log(log.length);
//- bad: a semaphore of a pool
const pool = { slots: new Semaphore(1) };
async function use(name: string) {
  pool.slots.acquire();
  console.log(name);
  pool.slots.release();
}
await use("a");
//- good: awaited
const mutex = new Mutex();
await mutex.lock();
mutex.unlock();
//- good: asked for at once, without waiting
const mutex = new Mutex();
if (mutex.tryLock()) {
  console.log("mine");
  mutex.unlock();
}
//- good: the promise is awaited later
const semaphore = new Semaphore(1);
const permit = semaphore.acquire();
await sleep(1);
await permit;
semaphore.release();
//- good: the promise is returned
const semaphore = new Semaphore(1);
function enter() { return semaphore.acquire(); }
await enter();
semaphore.release();
//- good: the built-in way
const mutex = new Mutex();
await mutex.withLock(async () => { await sleep(1); });
//- good: lock of something that is no lock
const door = { isLocked: false, lock() { this.isLocked = true; } };
async function leave() {
  door.lock();
  await sleep(1);
}
await leave();
//- good: raced against a timeout
const semaphore = new Semaphore(1);
await Promise.race([semaphore.acquire(), sleep(100)]);
semaphore.release();
//- bad: a semaphore of the program's own
class Semaphore {
  private waiting: (() => void)[] = [];
  constructor(private permits: number) {}
  async acquire(): Promise<void> {
    if (this.permits > 0) { this.permits--; return; }
    return new Promise<void>((resolve) => { this.waiting.push(resolve); });
  }
  release(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.permits++;
  }
}
const semaphore = new Semaphore(1);
async function run(name: string) {
  semaphore.acquire();
  console.log(name);
  semaphore.release();
}
await Promise.all([run("a"), run("b")]);
