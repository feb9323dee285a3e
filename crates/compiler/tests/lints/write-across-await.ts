//- bad: by way of a variable
let counter = 0;
async function increment() {
  const seen = counter;
  await sleep(1);
  counter = seen + 1;
}
await Promise.all([increment(), increment()]);
//- bad: in one expression
let total = 0;
async function price(item: string) { await sleep(1); return item.length; }
async function add(item: string) {
  total += await price(item);
}
await Promise.all(["a", "bb"].map(add));
//- bad: checked, then waited, then written
const account = { balance: 100 };
async function withdraw(amount: number) {
  if (account.balance >= amount) {
    await sleep(10);
    account.balance -= amount;
    return true;
  }
  return false;
}
await Promise.all([withdraw(80), withdraw(80)]);
//- bad: checked by leaving early, of an object that is passed in
async function reserve(flight: { free: number }, seats: number) {
  if (flight.free < seats) return false;
  await sleep(5);
  flight.free = flight.free - seats;
  return true;
}
const flight = { free: 1 };
await Promise.all([reserve(flight, 1), reserve(flight, 1)]);
//- bad: loaded twice
let config: { port: number } | null = null;
async function load() { await sleep(5); return { port: 80 }; }
async function getConfig() {
  if (config === null) {
    config = await load();
  }
  return config;
}
await Promise.all([getConfig(), getConfig()]);
//- bad: a cache that is asked before and filled after
const cache = new Map<string, string>();
async function fetchPage(url: string) { await sleep(5); return `page of ${url}`; }
async function cached(url: string) {
  const known = cache.get(url);
  if (known !== undefined) return known;
  const page = await fetchPage(url);
  cache.set(url, page);
  return page;
}
await Promise.all([cached("a"), cached("a")]);
//- bad: a queue that may be empty by then
const queue = [1, 2, 3];
async function worker() {
  while (queue.length > 0) {
    await sleep(1);
    console.log(queue.shift());
  }
}
await Promise.all([worker(), worker()]);
//- bad: the lock covers only the write
const mutex = new Mutex();
let counter = 0;
async function increment() {
  const seen = counter;
  await mutex.lock();
  counter = seen + 1;
  mutex.unlock();
}
await Promise.all([increment(), increment()]);
//- good: read and written without an await in between
let counter = 0;
async function increment() {
  await sleep(1);
  counter = counter + 1;
}
await Promise.all([increment(), increment()]);
//- good: counted up before and down after
let active = 0;
let most = 0;
async function job() {
  active++;
  most = Math.max(most, active);
  await sleep(10);
  active--;
}
await Promise.all([job(), job()]);
//- good: a lock from the read to the write
const mutex = new Mutex();
let counter = 0;
async function increment() {
  await mutex.lock();
  const seen = counter;
  await sleep(1);
  counter = seen + 1;
  mutex.unlock();
}
await Promise.all([increment(), increment()]);
//- good: inside of withLock
const mutex = new Mutex();
const account = { balance: 100 };
async function withdraw(amount: number) {
  return await mutex.withLock(async () => {
    if (account.balance < amount) return false;
    await sleep(10);
    account.balance -= amount;
    return true;
  });
}
await Promise.all([withdraw(80), withdraw(80)]);
//- good: a helper that is only called while the lock is held
const mutex = new Mutex();
let balance = 100;
async function apply(amount: number) {
  const seen = balance;
  await sleep(1);
  balance = seen - amount;
}
async function withdraw(amount: number) {
  await mutex.lock();
  await apply(amount);
  mutex.unlock();
}
await Promise.all([withdraw(1), withdraw(2)]);
//- good: checked again after the wait
let free = 1;
async function reserve() {
  while (true) {
    await sleep(5);
    if (free === 0) return false;
    free = free - 1;
    return true;
  }
}
await Promise.all([reserve(), reserve()]);
//- good: claimed before the wait
let isRunning = false;
async function refresh() {
  if (isRunning) return;
  isRunning = true;
  await sleep(10);
  isRunning = false;
}
await Promise.all([refresh(), refresh()]);
//- good: variables of its own
async function sum(values: number[]) {
  let total = 0;
  for (const value of values) {
    const before = total;
    await sleep(1);
    total = before + value;
  }
  return total;
}
console.log(await Promise.all([sum([1, 2]), sum([3])]));
//- good: only the main line writes
let attempts = 0;
async function connect() { await sleep(1); return attempts > 1; }
while (!(await connect())) {
  attempts = attempts + 1;
}
console.log(attempts);
//- good: the one function that is called once
let progress = 0;
async function main() {
  const before = progress;
  await sleep(10);
  progress = before + 1;
}
await main();
//- good: what was read is only printed
let counter = 0;
async function increment() {
  const before = counter;
  await sleep(1);
  counter = counter + 1;
  console.log(before, counter);
}
await Promise.all([increment(), increment()]);
//- good: the promise is put there, not its value
let loading: Promise<number> | null = null;
async function load() { await sleep(5); return 1; }
async function get() {
  if (loading === null) loading = load();
  return await loading;
}
await Promise.all([get(), get()]);
//- good: a new object
async function build(name: string) {
  const result = { name, size: 0 };
  const before = result.size;
  await sleep(1);
  result.size = before + name.length;
  return result;
}
await Promise.all([build("a"), build("b")]);
//- good: a flag that ends a loop
let isDone = false;
async function watch() {
  while (!isDone) {
    await sleep(10);
    isDone = true;
  }
}
await Promise.all([watch(), watch()]);
//- good: a mutex made of promises
function makeLock() {
  let tail: Promise<unknown> = Promise.resolve();
  return (fn: () => Promise<void>) => {
    const run = tail.then(fn, fn);
    tail = run.catch(() => {});
    return run;
  };
}
const withLock = makeLock();
let shared = 0;
const work1 = () => withLock(async () => {
  const seen = shared;
  await sleep(1);
  shared = seen + 1;
});
await Promise.all([work1(), work1()]);
//- bad: a field of an object
class Account {
  private balance = 100;
  async withdraw(amount: number) {
    const seen = this.balance;
    await sleep(1);
    this.balance = seen - amount;
  }
}
const account = new Account();
await Promise.all([account.withdraw(1), account.withdraw(2)]);
//- bad: a connection that is made twice
class Client {
  #connection: string | null = null;
  async connect() { await sleep(5); return "connection"; }
  async query(text: string) {
    if (!this.#connection) {
      this.#connection = await this.connect();
    }
    return `${this.#connection}: ${text}`;
  }
}
const client = new Client();
await Promise.all([client.query("a"), client.query("b")]);
//- good: a semaphore
class Semaphore {
  private queue: (() => void)[] = [];
  constructor(private permits: number) {}
  async acquire(): Promise<void> {
    if (this.permits > 0) {
      this.permits--;
      return;
    }
    return new Promise<void>((resolve) => { this.queue.push(resolve); });
  }
  release(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.permits++;
  }
}
const semaphore = new Semaphore(1);
await semaphore.acquire();
semaphore.release();
//- good: a token bucket
class TokenBucket {
  private tokens: number;
  constructor(private readonly capacity: number) { this.tokens = capacity; }
  tryConsume(): boolean {
    if (this.tokens < 1) return false;
    this.tokens--;
    return true;
  }
  async waitForToken(): Promise<void> {
    while (!this.tryConsume()) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      this.tokens = Math.min(this.capacity, this.tokens + 1);
    }
  }
}
await new TokenBucket(1).waitForToken();
//- good: a claim that is undone afterwards
class Limiter {
  private active = 0;
  private readonly waiting: (() => void)[] = [];
  constructor(private readonly max: number) {}
  async run<T>(fn: () => Promise<T>): Promise<T> {
    if (this.active >= this.max) {
      await new Promise<void>((resolve) => { this.waiting.push(resolve); });
    }
    this.active++;
    try {
      return await fn();
    } finally {
      this.active--;
      this.waiting.shift()?.();
    }
  }
}
console.log(await new Limiter(1).run(async () => 1));
//- good: a lock by another name
class Gate {
  #tail: Promise<unknown> = Promise.resolve();
  async enter() {
    let leave = () => {};
    const before = this.#tail;
    this.#tail = new Promise<void>((resolve) => { leave = resolve; });
    await before;
    return leave;
  }
  async run<T>(fn: () => Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await fn();
    } finally {
      leave();
    }
  }
}
const gate = new Gate();
let balance = 100;
const withdraw = (amount: number) =>
  gate.run(async () => {
    const seen = balance;
    await sleep(1);
    balance = seen - amount;
  });
await Promise.all([withdraw(1), withdraw(2)]);
