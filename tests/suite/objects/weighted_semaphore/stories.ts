// Strictly first in, first out: a heavy request blocks light ones behind it that would fit.
const s = new WeightedSemaphore(10);
await s.acquire(8);
const order: string[] = [];
const run = (name: string, weight: number) => spawn(name, () => s.withPermit(weight, async () => {
  order.push(name);
  await sleep(5);
}));
const tasks = [run("heavy", 5), run("light", 2), run("light too", 2)];
await sleep(1);
console.log(s.available, s.waiting, s.tryAcquire(1), order.join());
s.release(4);
await sleep(1);
console.log(s.available, s.waiting, order.join());
s.release(4);
await Promise.all(tasks);
console.log(s.available, order.join());

// A wait at the head that is given up lets those behind it go.
await s.acquire(9);
const heavy = spawn("gives up", async () => {
  try {
    await s.acquire(5, { timeoutMs: 10 });
  } catch (error) {
    console.log((error as Error).name, s.available);
  }
});
await sleep(1);
const light = spawn("goes", () => s.withPermit(1, () => console.log("goes")));
await Promise.all([heavy, light]);
s.release(9);
console.log(s.available);
//= in EventLoop:
//= 2 3 false
//= 1 2 heavy
//= 10 heavy,light,light too
//= goes
//= TimeoutError 0
//= 10
//= in Tasks:
//= 2 3 false
//= 1 2 heavy
//= 10 heavy,light,light too
//= goes
//= TimeoutError 0
//= 10
//= in Threads:
//= 2 3 false
//= 1 2 heavy
//= 10 heavy,light,light too
//= goes
//= TimeoutError 1
//= 10
