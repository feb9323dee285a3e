const told = async (fn: () => unknown) => {
  try {
    await fn();
    console.log("fine");
  } catch (error) {
    console.log((error as Error).name + ":", (error as Error).message);
  }
};
const m = new Mutex();
const c = new Condition(m);
await told(() => c.wait());
await told(() => c.waitFor(5));
await spawn("A", () => m.lock());
await told(() => c.wait());
await told(() => c.waitFor(-1));
await told(() => c.notifyOne());
console.log(m.locked, c.waiting);
for (const mutex of [undefined, {}, new Semaphore(1)]) await told(() => new Condition(mutex as any));
//= Error: c.wait(): m is not locked
//= Error: c.waitFor(): m is not locked
//= Error: c.wait(): A holds m, not this task
//= RangeError: c.waitFor() takes a number of milliseconds that is not negative, not -1
//= fine
//= true 0
//= RangeError: new Condition: it takes the Mutex that goes with it, not undefined
//= RangeError: new Condition: it takes the Mutex that goes with it, not {}
//= RangeError: new Condition: it takes the Mutex that goes with it, not Semaphore
