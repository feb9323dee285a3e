//- bad: through a function that is called while it is held
const sem = new Semaphore(1);
async function outer(): Promise<void> {
  await sem.withPermit(async () => {
    await inner();
  });
}
async function inner(): Promise<void> {
  await sem.withPermit(async () => {
    console.log("This will never execute");
  });
}
await outer();
//- bad: twice in one function
const mutex = new Mutex();
async function transfer() {
  await mutex.lock();
  try {
    await mutex.lock();
    try {
      console.log("both");
    } finally {
      mutex.unlock();
    }
  } finally {
    mutex.unlock();
  }
}
await transfer();
//- bad: a semaphore with several permits
const slots = new Semaphore(3);
async function visit(depth: number): Promise<void> {
  await slots.acquire();
  try {
    if (depth > 0) await visit(depth - 1);
  } finally {
    slots.release();
  }
}
await Promise.all([visit(2), visit(2), visit(2)]);
//- bad: two functions further down
const mutex = new Mutex();
const log: string[] = [];
async function append(line: string) {
  await mutex.withLock(() => { log.push(line); });
}
const audit = async (line: string) => append(`audit: ${line}`);
async function update(value: number) {
  await mutex.lock();
  try {
    await audit(String(value));
  } finally {
    mutex.unlock();
  }
}
await update(1);
//- bad: handed on by name
const mutex = new Mutex();
async function critical1() {
  await mutex.lock();
  console.log("inside");
  mutex.unlock();
}
await mutex.withLock(critical1);
//- good: one after the other
const mutex = new Mutex();
async function twice() {
  await mutex.lock();
  console.log("once");
  mutex.unlock();
  await mutex.lock();
  console.log("twice");
  mutex.unlock();
}
await twice();
//- good: two different locks
const a = new Mutex();
const b = new Mutex();
async function both() {
  await a.lock();
  await b.lock();
  console.log("both");
  b.unlock();
  a.unlock();
}
await both();
//- good: one per object
function account(balance: number) { return { balance, mutex: new Mutex() }; }
async function transfer(from: any, to: any) {
  await from.mutex.lock();
  await to.mutex.lock();
  from.balance--;
  to.balance++;
  to.mutex.unlock();
  from.mutex.unlock();
}
await transfer(account(1), account(2));
//- good: a re-entrant mutex
const mutex = new Mutex({ reentrant: true });
async function inner() {
  await mutex.lock();
  mutex.unlock();
}
async function outer() {
  await mutex.lock();
  await inner();
  mutex.unlock();
}
await outer();
//- good: a signal that is waited for several times
const done = new Semaphore(0);
async function worker() { done.release(); }
async function main() {
  await done.acquire();
  await done.acquire();
  console.log("both are done");
}
spawn(worker);
spawn(worker);
await main();
//- good: the inner one only tries
const mutex = new Mutex();
async function outer() {
  await mutex.lock();
  console.log(mutex.tryLock());
  mutex.unlock();
}
await outer();
//- good: the inner part does not ask
const mutex = new Mutex();
const log: string[] = [];
function appendHeld(line: string) { log.push(line); }
async function append(line: string) { await mutex.withLock(() => appendHeld(line)); }
async function update() { await mutex.withLock(() => appendHeld("update")); }
await append("a");
await update();
//- good: started while it is held, and not waited for
const mutex = new Mutex();
async function inner() {
  await mutex.lock();
  mutex.unlock();
}
async function outer() {
  await mutex.lock();
  const later = inner();
  mutex.unlock();
  await later;
}
await outer();
//- good: either here or there
const mutex = new Mutex();
async function f(isFast: boolean) {
  if (isFast) {
    await mutex.lock();
    console.log("fast");
    mutex.unlock();
  } else {
    await mutex.lock();
    console.log("slow");
    mutex.unlock();
  }
}
await f(true);
//- bad: two methods of one class
class Account {
  private readonly mutex = new Mutex();
  private balance = 0;
  async deposit(amount: number) {
    await this.mutex.lock();
    try {
      this.balance += amount;
    } finally {
      this.mutex.unlock();
    }
  }
  async payInterest() {
    await this.mutex.lock();
    try {
      await this.deposit(this.balance * 0.1);
    } finally {
      this.mutex.unlock();
    }
  }
}
await new Account().payInterest();
//- good: the same method of another object
class Account {
  private readonly mutex = new Mutex();
  balance = 0;
  async deposit(amount: number) {
    await this.mutex.withLock(() => { this.balance += amount; });
  }
  async transfer(to: Account, amount: number) {
    await this.mutex.withLock(async () => {
      this.balance -= amount;
      await to.deposit(amount);
    });
  }
}
const a = new Account();
await a.transfer(new Account(), 1);
