// Children that are cancelled together when one of them fails.
const sleep = <T>(ms: number, value?: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));
function call(name: string, ms: number, fails = false) {
  return (id: string, { signal }: { signal: AbortSignal }) =>
    new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => (fails ? reject(new Error(name + " failed")) : resolve(name + " " + id)), ms);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        console.log(name, "cancelled:", String(signal.reason));
        reject(signal.reason);
      });
    });
}
let fetchUser = call("user", 10),
  checkInventory = call("inventory", 30),
  validatePayment = call("payment", 50);
class Family {
  private readonly control = new AbortController();
  private readonly children: Promise<unknown>[] = [];
  get signal(): AbortSignal {
    return this.control.signal;
  }
  spawn<T>(fn: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.control.signal.aborted) {
      return Promise.reject(new Error("Scope already aborted"));
    }
    const task = fn(this.control.signal);
    this.children.push(task);
    return task;
  }
  abort(reason?: string): void {
    this.control.abort(reason);
  }
  async settled(): Promise<PromiseSettledResult<unknown>[]> {
    return Promise.allSettled(this.children);
  }
  async all(): Promise<unknown[]> {
    try {
      return await Promise.all(this.children);
    } catch (err) {
      this.abort("Task failed");
      throw err;
    }
  }
}
async function order(orderNumber: string): Promise<void> {
  const family = new Family();
  const deadline = setTimeout(() => family.abort("timeout"), 30_000);
  try {
    const account = family.spawn((signal) => fetchUser(orderNumber, { signal }));
    const stock = family.spawn((signal) => checkInventory(orderNumber, { signal }));
    const money = family.spawn((signal) => validatePayment(orderNumber, { signal }));
    await family.all();
  } finally {
    clearTimeout(deadline);
  }
}

console.log(await order("o1"));
checkInventory = call("inventory", 20, true);
await order("o2").catch((error) => console.log(String(error)));
const family = new Family();
const children = [
  family.spawn((signal) => fetchUser("a", { signal })),
  family.spawn((signal) => validatePayment("b", { signal })),
];
await sleep(25);
family.abort("enough");
console.log(await family.settled(), family.signal.aborted, family.signal.reason);
await family.spawn(async () => 1).catch((error) => console.log(error.message));
const good = new Family();
good.spawn(async () => 1);
good.spawn(async (signal) => signal.aborted);
console.log(await good.all(), children.length);
//= undefined
//= user cancelled: Task failed
//= inventory cancelled: Task failed
//= payment cancelled: Task failed
//= Error: inventory failed
//= user cancelled: enough
//= payment cancelled: enough
//= [
//=   { status: 'fulfilled', value: 'user a' },
//=   { status: 'rejected', reason: 'enough' }
//= ] true enough
//= Scope already aborted
//= [ 1, false ] 2
