//- bad: an error between acquire and release
const semaphore = new Semaphore(2);
async function query(sql: string) {
  await sleep(1);
  if (sql === "") throw new Error("empty query");
  return sql.length;
}
async function limited(sql: string) {
  await semaphore.acquire();
  const result = await query(sql);
  semaphore.release();
  return result;
}
await Promise.allSettled([limited("select"), limited("")]);
//- bad: a function that the caller gives
const mutex = new Mutex();
async function exclusively(fn: () => Promise<void>) {
  await mutex.lock();
  await fn();
  mutex.unlock();
}
await exclusively(async () => { await sleep(1); });
//- bad: an early return
const mutex = new Mutex();
const cache = new Map<string, number>();
async function lookup(key: string) {
  await mutex.lock();
  const known = cache.get(key);
  if (known !== undefined) return known;
  cache.set(key, key.length);
  mutex.unlock();
  return key.length;
}
await lookup("a");
//- bad: released in catch and at the end, but lost by the return
const semaphore = new Semaphore(1);
async function attempt(work: () => number) {
  await semaphore.acquire();
  try {
    const value = work();
    if (value < 0) return -1;
  } catch (error) {
    semaphore.release();
    throw error;
  }
  semaphore.release();
  return 0;
}
await attempt(() => 1);
//- bad: it is never given back
const mutex = new Mutex();
let shared = 0;
async function increment() {
  await mutex.lock();
  shared = shared + 1;
}
await increment();
//- bad: a turn that goes on with the next
const mutex = new Mutex();
async function worker(jobs: number[]) {
  for (const job of jobs) {
    await mutex.lock();
    if (job < 0) continue;
    console.log(job);
    mutex.unlock();
  }
}
await worker([1, -1, 2]);
//- good: finally
const semaphore = new Semaphore(2);
async function limited(fn: () => Promise<number>) {
  await semaphore.acquire();
  try {
    return await fn();
  } finally {
    semaphore.release();
  }
}
console.log(await limited(async () => 1));
//- good: the built-in way
const semaphore = new Semaphore(2);
async function limited(fn: () => Promise<number>) {
  return await semaphore.withPermit(fn);
}
console.log(await limited(async () => 1));
//- good: nothing in between can fail
const mutex = new Mutex();
let counter = 0;
async function worker() {
  for (let i = 0; i < 2; i++) {
    await mutex.lock();
    counter = counter + 1;
    mutex.unlock();
  }
}
await Promise.all([worker(), worker()]);
//- good: a pause and a message in between
const mutex = new Mutex();
async function report(text: string) {
  await mutex.lock();
  console.log("begin", text);
  await sleep(10);
  console.log("end", text);
  mutex.unlock();
}
await report("a");
//- good: a function of the program that cannot fail
const semaphore = new Semaphore(1);
let active = 0;
async function simulate(ms: number) {
  active++;
  await sleep(ms);
  active--;
}
async function job() {
  await semaphore.acquire();
  await simulate(5);
  semaphore.release();
}
await job();
//- good: one function takes, another gives back
const free = new Semaphore(3);
const filled = new Semaphore(0);
const buffer: number[] = [];
async function put(item: number) {
  await free.acquire();
  buffer.push(item);
  filled.release();
}
async function take() {
  await filled.acquire();
  const item = buffer.shift();
  free.release();
  return item;
}
await put(1);
console.log(await take());
//- good: the early return gives back, too
const mutex = new Mutex();
const cache = new Map<string, number>();
async function lookup(key: string) {
  await mutex.lock();
  const known = cache.get(key);
  if (known !== undefined) {
    mutex.unlock();
    return known;
  }
  cache.set(key, key.length);
  mutex.unlock();
  return key.length;
}
await lookup("a");
//- good: acquired inside of the try
const semaphore = new Semaphore(1);
async function run(fn: () => Promise<void>) {
  try {
    await semaphore.acquire();
    await fn();
  } finally {
    semaphore.release();
  }
}
await run(async () => {});
//- good: given back before the part that may fail
const mutex = new Mutex();
let next = 0;
async function worker(run: (id: number) => Promise<void>) {
  await mutex.lock();
  const id = next;
  next = next + 1;
  mutex.unlock();
  await run(id);
}
await worker(async () => {});
//- good: it waits for a signal
const ready = new Semaphore(0);
async function consumer() {
  await ready.acquire();
  console.log("ready");
}
const consuming = consumer();
ready.release();
await consuming;
//- bad: a pool of the program's own, in a class
class Pool {
  private idle: number[] = [1, 2];
  private waiters: ((connection: number) => void)[] = [];
  async acquire(): Promise<number> {
    const connection = this.idle.pop();
    if (connection !== undefined) return connection;
    return new Promise<number>((resolve) => { this.waiters.push(resolve); });
  }
  release(connection: number) {
    const next = this.waiters.shift();
    if (next) next(connection);
    else this.idle.push(connection);
  }
  async use<R>(fn: (connection: number) => Promise<R>): Promise<R> {
    const connection = await this.acquire();
    const result = await fn(connection);
    this.release(connection);
    return result;
  }
}
console.log(await new Pool().use(async (connection) => connection));
//- good: a pool that gives back whatever happens
class Pool {
  private idle: number[] = [1, 2];
  async acquire(): Promise<number> { return this.idle.pop()!; }
  release(connection: number) { this.idle.push(connection); }
  async use<R>(fn: (connection: number) => Promise<R>): Promise<R> {
    const connection = await this.acquire();
    try {
      return await fn(connection);
    } finally {
      this.release(connection);
    }
  }
}
console.log(await new Pool().use(async (connection) => connection));
