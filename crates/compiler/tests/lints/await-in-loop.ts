//- bad: every item is fetched by itself
async function fetchUser(id: number) { await sleep(10); return { id }; }
async function fetchAll(ids: number[]) {
  const users = [];
  for (const id of ids) {
    users.push(await fetchUser(id));
  }
  return users;
}
console.log(await fetchAll([1, 2, 3]));
//- bad: by index
async function render(page: number) { await sleep(5); return `page ${page}`; }
const pages: string[] = [];
for (let page = 0; page < 5; page++) {
  pages[page] = await render(page);
}
console.log(pages.length);
//- bad: a sum
const priceOf = async (item: string) => { await sleep(1); return item.length; };
async function total(items: string[]) {
  let sum = 0;
  for (const item of items) {
    const price = await priceOf(item);
    sum += price;
  }
  return sum;
}
console.log(await total(["a", "bb"]));
//- bad: of an object that is given
async function sync(api: any, ids: string[]) {
  const found = new Map();
  for (const id of ids) {
    const record = await api.fetchRecord(id);
    if (!record) continue;
    found.set(id, record);
  }
  return found;
}
console.log((await sync({ fetchRecord: async (id: string) => id }, ["a"])).size);
//- bad: two steps for every item
async function download(url: string) { await sleep(20); return url.length; }
async function parse(size: number) { await sleep(5); return size * 2; }
for (const url of ["a", "bb"]) {
  const size = await download(url);
  const parsed = await parse(size);
  console.log(url, parsed);
}
//- good: all at once
async function fetchUser(id: number) { await sleep(10); return id; }
console.log(await Promise.all([1, 2, 3].map((id) => fetchUser(id))));
//- good: each turn needs the one before
async function next(cursor: number) { await sleep(1); return cursor + 1; }
let cursor = 0;
for (let turn = 0; turn < 3; turn++) {
  cursor = await next(cursor);
}
console.log(cursor);
//- good: pages until the last one
async function page(n: number) { await sleep(1); return n < 3 ? [n] : []; }
const all: number[] = [];
for (let n = 0; n < 100; n++) {
  const items = await page(n);
  if (items.length === 0) break;
  all.push(...items);
}
console.log(all);
//- good: a retry
async function flaky(attempt: number) { await sleep(1); if (attempt < 2) throw new Error("no"); return attempt; }
async function withRetry() {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await flaky(attempt);
    } catch {
      await sleep(10);
    }
  }
}
console.log(await withRetry());
//- good: it waits on purpose
async function report(n: number) { await sleep(0); console.log(n); }
for (let n = 0; n < 3; n++) {
  await report(n);
  await sleep(100);
}
//- good: one of several workers
async function run(job: number) { await sleep(job); return job; }
const results: number[] = [];
async function worker(jobs: number[]) {
  for (const job of jobs) results.push(await run(job));
}
await Promise.all([worker([1, 3]), worker([2, 4])]);
//- good: workers as tasks
async function run(job: number) { await sleep(job); }
async function worker() {
  for (let job = 0; job < 3; job++) await run(job);
}
const a = spawn("A", worker);
const b = spawn("B", worker);
await Promise.all([a, b]);
//- good: each turn under a lock
const mutex = new Mutex();
let counter = 0;
async function worker() {
  for (let n = 0; n < 3; n++) {
    await mutex.lock();
    counter = counter + 1;
    mutex.unlock();
  }
}
await worker();
//- good: promises that are under way already
async function load(id: number) { await sleep(id); return id; }
const loading = [1, 2, 3].map((id) => load(id));
for (const promise of loading) console.log(await promise);
//- good: tasks that are under way already
const tasks = [spawn(async () => 1), spawn(async () => 2)];
for (const task of tasks) await task;
//- good: steps that somebody lists in their order
const steps = [async () => { await sleep(2); console.log("migrate"); }, async () => console.log("start")];
for (const step of steps) await step();
//- good: sending in order through a channel
const channel = new Channel(2);
async function produce(items: number[]) {
  for (const item of items) await channel.send(item);
  channel.close();
}
const producing = produce([1, 2]);
await channel.receive();
await producing;
//- good: what a turn does changes what the next one sees
const queue = ["a", "b", "c"];
async function handle(item: string) { await sleep(1); console.log(item); }
for (const item of [...queue]) {
  await handle(item);
  queue.shift();
}
//- good: a delay of the program's own
const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
for (const ms of [10, 20, 30]) {
  await delay(ms);
  console.log("tick");
}
//- good: what is called changes state that the order matters for
let balance = 100;
async function apply(amount: number) {
  await sleep(1);
  if (amount > 50) balance = 0;
  console.log(balance);
}
for (const amount of [10, 60, 20]) await apply(amount);
