//- bad: forEach with an async arrow
async function save(id: number) { await sleep(id); }
async function saveAll(ids: number[]) {
  ids.forEach(async (id) => {
    await save(id);
  });
  console.log("all saved");
}
await saveAll([1, 2, 3]);
//- bad: forEach with an async function by name
async function save(id: number) { await sleep(id); }
[1, 2, 3].forEach(save);
console.log("all saved");
//- bad: filter takes every promise for true
async function isAllowed(user: string) { await sleep(1); return user !== "eve"; }
const users = ["ada", "eve"];
const allowed = users.filter(async (user) => await isAllowed(user));
console.log(allowed);
//- bad: some and every
const isUp = async (host: string) => { await sleep(1); return host !== "c"; };
const hosts = ["a", "b", "c"];
if (hosts.every(isUp)) console.log("all up");
if (hosts.some(async (host) => !(await isUp(host)))) console.log("one down");
//- bad: await on the array that map gives
async function load(id: number) { await sleep(id); return id * 2; }
const loaded = await [1, 2, 3].map(async (id) => load(id));
console.log(loaded);
//- bad: the promises of map are used before they are done
async function load(id: number) { await sleep(id); return `item ${id}`; }
console.log([1, 2, 3].map(async (id) => await load(id)).join(", "));
//- bad: map for its effect
async function send(name: string) { await sleep(1); console.log("sent", name); }
function sendAll(names: string[]) {
  names.map(async (name) => { await send(name); });
}
sendAll(["a"]);
console.log("sent all");
//- bad: sort by something that has to be awaited
const age = async (name: string) => { await sleep(1); return name.length; };
const names = ["bob", "al"];
names.sort(async (a, b) => (await age(a)) - (await age(b)));
console.log(names);
//- bad: reduce without awaiting what it has so far
async function price(item: string) { await sleep(1); return item.length; }
const total = await ["a", "bb"].reduce(async (sum, item) => sum + (await price(item)), 0);
console.log(total);
//- good: Promise.all around map
async function load(id: number) { await sleep(id); return id; }
const loaded = await Promise.all([1, 2, 3].map(async (id) => load(id)));
console.log(loaded);
//- good: map into a variable that is awaited
async function load(id: number) { await sleep(id); return id; }
const loading = [1, 2, 3].map(load);
console.log(await Promise.allSettled(loading));
//- good: a plain function
[1, 2, 3].forEach((id) => console.log(id));
const even = [1, 2, 3].filter((id) => id % 2 === 0);
console.log(even);
//- good: a loop that awaits
async function save(id: number) { await sleep(1); console.log(id); }
const pending = [3, 1, 2];
while (pending.length > 0) await save(pending.shift()!);
//- good: reduce that chains one promise to the next
async function step(name: string) { await sleep(1); console.log(name); }
await ["a", "b"].reduce(async (before, name) => {
  await before;
  await step(name);
}, Promise.resolve());
//- good: a timer may call an async function
let turns = 0;
const interval = setInterval(async () => {
  await sleep(1);
  turns++;
  if (turns === 3) clearInterval(interval);
}, 10);
//- good: returned from a function that says so
async function load(id: number) { await sleep(id); return id; }
function loadAll(ids: number[]): Promise<number>[] {
  return ids.map((id) => load(id));
}
console.log(await Promise.all(loadAll([1, 2])));
//- good: Array.from over tasks
async function worker(name: number) { await sleep(name); return name; }
console.log(await Promise.all(Array.from({ length: 3 }, (_, n) => worker(n))));
//- good: for await over the promises
async function load(id: number) { await sleep(id); return id; }
for (const item of [1, 2].map(load)) console.log(await item);
