//- bad: catch does not see the error
async function load(id: number) { await sleep(1); if (id < 0) throw new Error("no such id"); return id; }
async function loadOrZero(id: number) {
  try {
    return load(id);
  } catch {
    return 0;
  }
}
console.log(await loadOrZero(1));
//- bad: the permit goes back too early
const semaphore = new Semaphore(1);
async function limited(fn: () => Promise<number>) {
  await semaphore.acquire();
  try {
    return fn();
  } finally {
    semaphore.release();
  }
}
console.log(await limited(async () => { await sleep(5); return 1; }));
//- bad: without types
const mutex = new Mutex();
async function exclusively(fn) {
  await mutex.lock();
  try {
    return fn();
  } finally {
    mutex.unlock();
  }
}
console.log(await exclusively(() => 1));
//- bad: in a plain function
async function load(id: number) { await sleep(1); return id; }
function loadSafely(id: number) {
  try {
    return load(id);
  } catch (error) {
    console.log("failed");
    return null;
  }
}
console.log(await loadSafely(1));
//- bad: finally comes first
async function work1() { await sleep(10); return "done"; }
async function timed() {
  const start = performance.now();
  try {
    return work1();
  } finally {
    console.log("took", performance.now() - start);
  }
}
console.log(await timed());
//- good: awaited
async function load(id: number) { await sleep(1); return id; }
async function loadOrZero(id: number) {
  try {
    return await load(id);
  } catch {
    return 0;
  }
}
console.log(await loadOrZero(1));
//- good: in the catch, with nothing after
async function load(id: number) { await sleep(1); return id; }
async function loadTwice(id: number) {
  try {
    return await load(id);
  } catch {
    return load(0);
  }
}
console.log(await loadTwice(1));
//- good: a plain call
function parse(text: string) { return JSON.parse(text); }
function parseOrNull(text: string) {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
console.log(parseOrNull("1"));
//- good: outside of the try
async function load(id: number) { await sleep(1); return id; }
async function f(id: number) {
  try {
    console.log("loading");
  } catch {
    return 0;
  }
  return load(id);
}
console.log(await f(1));
//- good: a plain call under a lock
const mutex = new Mutex();
let counter = 0;
async function increment() {
  await mutex.lock();
  try {
    return bump();
  } finally {
    mutex.unlock();
  }
}
function bump() { counter = counter + 1; return counter; }
console.log(await increment());
//- good: of an inner function
async function load(id: number) { await sleep(1); return id; }
async function f() {
  try {
    const loading = [1, 2].map((id) => { return load(id); });
    return await Promise.all(loading);
  } catch {
    return [];
  }
}
console.log(await f());
//- good: a promise that is there already
function cached(key: string) {
  try {
    return Promise.resolve(key);
  } finally {
    console.log("asked for", key);
  }
}
console.log(await cached("a"));
