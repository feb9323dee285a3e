//- bad: a condition
async function isAdmin(user: string) { await sleep(1); return user === "root"; }
async function remove(user: string) {
  if (isAdmin(user)) console.log("removed");
}
await remove("guest");
//- bad: negated, and joined
const isOpen = async () => { await sleep(1); return false; };
while (!isOpen() && Date.now() < 0) console.log("waiting");
//- bad: a sum
async function price(item: string) { await sleep(1); return item.length; }
const total = price("a") + 10;
console.log(total);
//- bad: in a text
async function nameOf(id: number) { await sleep(1); return `user ${id}`; }
console.log(`hello ${nameOf(1)}`);
//- bad: a property of what it will be
async function load(id: number) { await sleep(1); return { id, tags: ["a"] }; }
const tags = load(1).tags;
console.log(tags);
//- bad: compared
async function count() { await sleep(1); return 3; }
console.log(count() > 2 ? "many" : "few");
//- good: awaited first
async function isAdmin(user: string) { await sleep(1); return user === "root"; }
if (await isAdmin("root")) console.log("removed");
console.log(`is ${await isAdmin("root")}`);
console.log((await isAdmin("root")) === true);
//- good: a promise that is chained
async function load(id: number) { await sleep(1); return { id }; }
load(1).then((item) => console.log(item.id)).catch(() => {});
//- good: a function that is not async
function isAdmin(user: string) { return user === "root"; }
if (isAdmin("root")) console.log("removed");
//- good: whether there is a function at all
let hook: (() => Promise<void>) | undefined;
if (hook) await hook();
//- good: a promise in a variable that may be missing
async function load() { await sleep(1); return 1; }
let pending: Promise<number> | undefined;
pending = pending ?? load();
console.log(await pending);
//- good: a lock that is tried
const mutex = new Mutex();
if (mutex.tryLock()) mutex.unlock();
//- good: an async generator is no promise
async function* numbers() { yield 1; }
const iterator = numbers();
console.log(typeof iterator.next);
//- good: the task's own properties
const task = spawn("worker", async () => { await sleep(1); });
console.log(`${task.name}`);
await task;
