//- bad: a result that is never looked at
async function update(id: number) { await sleep(id); return id; }
async function handler() {
  const updated = update(1);
  console.log("updated");
}
await handler();
//- bad: Promise.all in a variable that nobody reads
async function job(id: number) { await sleep(id); }
const all = Promise.all([1, 2, 3].map((id) => job(id)));
console.log("all done");
//- bad: a permit that is never waited for
const semaphore = new Semaphore(1);
async function f() {
  const permit = semaphore.acquire();
  try {
    console.log("inside");
  } finally {
    semaphore.release();
  }
}
await f();
//- bad: an arrow function
const remove = async (id: number) => { await sleep(1); return id > 0; };
async function clean(ids: number[]) {
  for (const id of ids) {
    const removed = remove(id);
  }
}
await clean([1, 2]);
//- good: awaited later
async function update(id: number) { await sleep(id); return id; }
const updated = update(1);
console.log(await updated);
//- good: awaited at once
async function update(id: number) { await sleep(id); return id; }
const updated = await update(1);
//- good: handed on
async function update(id: number) { await sleep(id); return id; }
const first = update(1);
const second = update(2);
await Promise.race([first, second]);
//- good: returned
async function update(id: number) { await sleep(id); return id; }
function begin() {
  const promise = update(1);
  return promise;
}
await begin();
//- good: a task that runs by itself
const task = spawn("background", async () => { await sleep(1); });
console.log("started");
//- good: caught
async function update(id: number) { await sleep(id); return id; }
const promise = update(1);
promise.catch(() => {});
console.log("started");
//- good: read by an inner function
async function connect() { await sleep(1); return "connection"; }
const connection = connect();
async function query() { return await connection; }
console.log(await query());
