const log = [];
const m = new Mutex();
await m.lock();
const a = spawn("A", async () => {
  try {
    await m.lock();
    log.push("A got it");
    m.unlock();
  } catch (error) {
    log.push(`A: ${error.name}: ${error.message}`);
    throw error;
  } finally {
    log.push("A cleans up");
    await sleep(1);
    log.push("A has cleaned up");
  }
});
const b = spawn("B", async () => {
  await m.lock();
  log.push("B got it");
  m.unlock();
});
await sleep(1);
console.log(m.waiting);
a.cancel();
a.cancel("twice");
console.log(m.waiting, a.done);
m.unlock();
try {
  await a;
} catch (error) {
  console.log("awaited", error.name);
}
await b;
a.cancel("done already");
console.log(a.done, m.waiting);
// never began
const c = spawn("C", () => {
  log.push("never");
});
c.cancel("too early");
console.log(c.done);
try {
  await c;
} catch (error) {
  console.log("C", error);
}
// self cancel
const d = spawn("D", async () => {
  const f = () => 5;
  d.cancel(new Error("enough"));
  log.push("D goes on");
  try {
    await sleep(10);
  } catch (error) {
    log.push(`D: ${error.message}`);
  }
  await sleep(1);
  return "D ends well";
});
console.log(await d);
// nested
async function inner() {
  try {
    await sleep(100);
  } finally {
    log.push("inner finally");
  }
}
async function outer() {
  try {
    await inner();
  } finally {
    log.push("outer finally");
  }
}
const e = spawn("E", async () => {
  await outer();
});
await sleep(1);
e.cancel("stop");
console.log((await Promise.allSettled([e]))[0].reason);
const y = spawn("Y", async () => {
  for (let n = 0; n < 100; n++) {
    if (n === 3) y.cancel("yield");
    await yieldNow();
  }
  log.push("bad");
});
console.log((await Promise.allSettled([y]))[0].reason);
// unawaited cancelled tasks are no failure
const g = spawn("G", async () => {
  await sleep(50);
});
await sleep(1);
g.cancel();
const sem = new Semaphore(1);
const w = spawn("W", () =>
  sem.withPermit(async () => {
    await sleep(1000);
  }),
);
await sleep(1);
w.cancel();
await sleep(1);
console.log(sem.available);
console.log(log.join("\n"));
const t = spawn("T", async () => late());
async function late() {
  try {
    await sleep(10);
  } finally {
    console.log("late finally", t.done);
  }
}
await sleep(1);
t.cancel("returned call");
console.log((await Promise.allSettled([t]))[0].reason, t.done);
try {
  t.cancel.call(Promise.resolve(1));
} catch (error) {
  console.log(error.message);
}

//= 2
//= 1 false
//= awaited CancelledError
//= true 0
//= true
//= C too early
//= D ends well
//= stop
//= yield
//= 1
//= A: CancelledError: A was cancelled
//= A cleans up
//= B got it
//= A has cleaned up
//= D goes on
//= D: enough
//= inner finally
//= outer finally
//= late finally false
//= returned call true
//= Task.cancel is called on something that is no task
