// Waiting gives the mutex up; going on means having it again.
const m = new Mutex();
const filled = new Condition(m);
const items: number[] = [];
const consumer = (name: string) => spawn(name, async () => {
  await m.lock();
  while (items.length === 0) await filled.wait();
  console.log(name, "takes", items.shift(), m.locked);
  m.unlock();
});
const tasks = [consumer("first"), consumer("second"), consumer("third")];
await sleep(1);
console.log("waiting", filled.waiting, m.locked, m.waiting);
await m.lock();
items.push(1);
filled.notifyOne();
console.log("waiting", filled.waiting, m.waiting);
m.unlock();
await sleep(1);
await m.lock();
items.push(2, 3);
filled.notifyAll();
m.unlock();
await Promise.all(tasks);
filled.notifyOne();
console.log("nobody waits, nothing is kept", filled.waiting);

// A limit: the mutex is held again either way.
await m.lock();
console.log("notified", await filled.waitFor(10), m.locked, performance.now() >= 10);
const bell = spawn("bell", async () => {
  await sleep(5);
  filled.notifyOne();
});
console.log("notified", await filled.waitFor(10), m.locked);
m.unlock();
await bell;

// Also when the limit is over while somebody else has the mutex, and after an abort.
const stop = new AbortController();
await m.lock();
const holder = spawn("holder", () => m.withLock(() => sleep(20)));
console.log("notified", await filled.waitFor(5), m.locked, m.waiting);
spawn("stopper", () => stop.abort("enough"));
try {
  await filled.wait({ signal: stop.signal });
} catch (reason) {
  console.log(reason, m.locked, filled.waiting);
}
m.unlock();
await holder;

// All holds of a re-entrant mutex are given up, and come back.
const r = new Mutex({ reentrant: true });
const deep = new Condition(r);
await r.lock();
await r.lock();
const other = spawn("other", async () => {
  await r.withLock(() => console.log("it is free"));
  deep.notifyAll();
});
await deep.wait();
r.unlock();
console.log("still held", r.locked);
r.unlock();
console.log("free", r.locked);
await other;

// Cancelled while it waits: `finally` has the mutex.
const cancelled = spawn("cancelled", async () => {
  await m.lock();
  try {
    await filled.wait();
  } finally {
    m.unlock();
    console.log("given back", m.locked);
  }
});
await sleep(1);
cancelled.cancel();
try {
  await cancelled;
} catch (error) {
  console.log((error as Error).name);
}
//= waiting 3 false 0
//= waiting 2 1
//= first takes 1 true
//= second takes 2 true
//= third takes 3 true
//= nobody waits, nothing is kept 0
//= notified false true true
//= notified true true
//= notified false true 0
//= enough true 0
//= it is free
//= still held true
//= free false
//= given back false
//= CancelledError
