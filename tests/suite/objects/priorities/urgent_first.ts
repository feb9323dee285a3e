// lanes: model=tasks
// The most urgent runs first; among equals whoever came first. A task that says nothing is as urgent as its maker.
for (const [name, priority] of [["idle", 9], ["first", 1], ["usual", undefined], ["second", 1]] as const) {
  spawn(name, () => console.log(name), { priority });
}
const maker = spawn("maker", async () => {
  spawn("child", () => console.log("child, as urgent as maker"));
  spawn("rest", () => console.log("rest"), { priority: 10 });
  await yieldNow();
  console.log("maker");
}, { priority: 2 });
await maker;

// Urgency goes along a chain of waits: the holder of `a` waits for `b`, and so its holder is as urgent as who wants `a`.
const a = new Mutex({ priorityInheritance: true });
const b = new Mutex({ priorityInheritance: true });
const step = async (text: string) => {
  await work(2);
  await yieldNow();
  console.log(text);
};
spawn("holds b", async () => {
  await b.lock();
  for (let i = 0; i < 3; i++) await step(`holds b ${i}`);
  b.unlock();
  await step("gave b back");
}, { priority: 8 });
await sleep(1);
spawn("holds a", async () => {
  await a.lock();
  await b.withLock(() => step("holds a and b"));
  a.unlock();
  await step("gave a back");
}, { priority: 7 });
await sleep(1);
spawn("between", async () => {
  for (let i = 0; i < 2; i++) await step(`between ${i}`);
}, { priority: 5 });
spawn("wants a", () => a.withLock(() => step("has a")), { priority: 3 });
await sleep(100);
for (const priority of [0.5, NaN, "high", null, 3e9, {}]) {
  try {
    spawn("bad", () => {}, { priority: priority as number });
  } catch (error) {
    console.log(String(error));
  }
}
//= usual
//= first
//= second
//= child, as urgent as maker
//= maker
//= holds b 0
//= holds b 1
//= holds b 2
//= holds a and b
//= has a
//= between 0
//= between 1
//= gave a back
//= gave b back
//= idle
//= rest
//= RangeError: spawn: the priority must be a whole number, not 0.5
//= RangeError: spawn: the priority must be a whole number, not NaN
//= RangeError: spawn: the priority must be a whole number, not "high"
//= RangeError: spawn: the priority must be a whole number, not null
//= RangeError: spawn: the priority must fit in 32 bits, not 3000000000
//= RangeError: spawn: the priority must be a whole number, not {}
