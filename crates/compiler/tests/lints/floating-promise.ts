//- bad: an async function of the program is not awaited
async function save(order: { id: number }) {
  await sleep(10);
  console.log("saved", order.id);
}
async function checkout(order: { id: number }) {
  save(order);
  console.log("thank you");
}
await checkout({ id: 1 });
//- bad: a pause that does not pause
async function poll() {
  for (let turn = 0; turn < 3; turn++) {
    sleep(100);
    console.log("tick", turn);
  }
}
await poll();
//- bad: an arrow function that returns a promise, in a plain function
const send = (text: string) => new Promise<void>((resolve) => setTimeout(() => { console.log(text); resolve(); }, 5));
function notify(names: string[]) {
  for (const name of names) send(name);
  console.log("all notified");
}
notify(["Ada", "Bob"]);
console.log("end");
//- bad: Promise.all without await
async function load(id: number) { await sleep(id); return id; }
async function loadAll(ids: number[]) {
  const loaded: number[] = [];
  Promise.all(ids.map(async (id) => { loaded.push(await load(id)); }));
  return loaded;
}
console.log(await loadAll([1, 2]));
//- bad: a promise that is made and dropped
async function main() {
  new Promise((resolve) => setTimeout(resolve, 100));
  console.log("a tenth of a second later");
}
main();
//- bad: a chain without catch in a function
function fetchUser(id: string): Promise<{ name: string }> {
  return id ? Promise.resolve({ name: id }) : Promise.reject(new Error("no id"));
}
const cache = new Map<string, unknown>();
function handleRequest(id: string): void {
  fetchUser(id).then((user) => {
    cache.set(id, user);
  });
}
handleRequest("a");
console.log(cache.size);
//- bad: only behind a condition
async function flush() { await sleep(1); }
async function close(isDirty: boolean) {
  isDirty && flush();
  console.log("closed");
}
await close(true);
//- bad: a value sent to a channel without waiting
const channel = new Channel();
async function producer() {
  for (let n = 0; n < 3; n++) channel.send(n);
  channel.close();
}
const task = spawn("producer", producer);
console.log(await channel.receive());
await task;
//- good: awaited
async function save() { await sleep(10); }
await save();
//- good: returned to the caller
async function save() { await sleep(10); }
function saveAll() { return save(); }
const both = async () => save();
await saveAll();
await both();
//- good: dropped on purpose
async function log(text: string) { await sleep(1); console.log(text); }
async function work1() {
  void log("starting");
  await sleep(5);
}
await work1();
//- good: errors are handled, and nothing waits on purpose
async function warm() { await sleep(1); throw new Error("cold"); }
function start() {
  warm().catch((error) => console.log("not warm:", error.message));
  warm().then(() => console.log("warm"), () => console.log("cold"));
}
start();
console.log("started");
//- good: kept and awaited later
async function load(id: number) { await sleep(id); return id; }
async function both() {
  const first = load(1);
  const second = load(2);
  return (await first) + (await second);
}
console.log(await both());
//- good: the main function at the end of the program
async function main() { await sleep(1); console.log("done"); }
main();
//- good: several started at the end of the program
let turn = 0;
async function worker(name: string) { await sleep(1); console.log(name, turn++); }
worker("A");
worker("B");
function unused() {}
//- good: tasks run by themselves
async function worker() { await sleep(1); }
spawn("A", worker);
spawn("B", () => worker());
console.log("spawned");
//- good: a function called where it stands
(async () => {
  await sleep(1);
  console.log("later");
})();
console.log("now");
//- good: microtasks in a demonstration of the event loop
console.log("sync");
Promise.resolve().then(() => console.log("microtask"));
setTimeout(() => console.log("timer"), 0);
queueMicrotask(() => console.log("another"));
console.log("end");
//- good: pushed into a list that is awaited
async function job(id: number) { await sleep(id); return id; }
const jobs: Promise<number>[] = [];
for (let id = 0; id < 3; id++) jobs.push(job(id));
console.log(await Promise.all(jobs));
//- good: a plain function of the same name in an inner scope
async function save() { await sleep(1); }
function run() {
  const save = () => console.log("saved at once");
  save();
}
run();
await save();
//- good: a method called then that belongs to no promise
const builder = { steps: [] as string[], then(step: string) { this.steps.push(step); return this; } };
function build() { builder.then("one").then("two"); }
build();
console.log(builder.steps.length);
//- bad: a method of its own class
class Cache {
  private entries = new Map<string, string>();
  async refresh(key: string): Promise<void> {
    await sleep(1);
    this.entries.set(key, "fresh");
  }
  read(key: string) {
    this.refresh(key);
    return this.entries.get(key);
  }
}
console.log(new Cache().read("a"));
//- bad: a method of an object that is known
class Mailer {
  async send(to: string) { await sleep(1); console.log("sent to", to); }
}
const mailer = new Mailer();
const api = { async load() { await sleep(1); return 1; }, mailer: new Mailer() };
async function signUp(name: string) {
  mailer.send(name);
  api.load();
  console.log("welcome");
}
await signUp("ada");
//- bad: a field that is given to the constructor
class Queue {
  async push(item: number) { await sleep(1); return item; }
}
class Producer {
  constructor(private readonly queue: Queue) {}
  async produce() {
    this.queue.push(1);
    console.log("produced");
  }
}
await new Producer(new Queue()).produce();
//- good: a scope that keeps what it starts
class Scope {
  private readonly tasks: Promise<unknown>[] = [];
  start<T>(fn: () => Promise<T>): Promise<T> {
    const task = fn();
    this.tasks.push(task);
    return task;
  }
  async join() { return await Promise.all(this.tasks); }
}
const scope = new Scope();
scope.start(async () => { await sleep(1); });
const second = scope.start(async () => { await sleep(2); });
await scope.join();
//- good: a method that is not async
class Counter {
  count = 0;
  increment() { this.count++; return this; }
}
const counter = new Counter();
counter.increment();
console.log(counter.count);
//- good: a class of the program's own that hides a built-in name
class Channel { sent: number[] = []; send(item: number) { this.sent.push(item); } }
const channel = new Channel();
channel.send(1);
console.log(channel.sent.length);
//- good: microtasks of a promise that is fulfilled already
const order: number[] = [];
const ready = Promise.resolve();
function later() {
  ready.then(() => order.push(1));
}
later();
console.log(order.length);
