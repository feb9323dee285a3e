// Opens once, for all who wait and all who come later.
const ready = new Latch(2);
const waiters = ["A", "B"].map((name) => spawn(name, async () => {
  await ready.wait();
  console.log(name, "goes on");
}));
await sleep(1);
ready.countDown();
console.log(ready.count, ready.waiting);
ready.countDown();
await Promise.all(waiters);
await ready.wait();
try {
  ready.countDown();
} catch (error) {
  console.log((error as Error).name, (error as Error).message, ready.count);
}
const never = new Latch(1);
try {
  await never.wait({ timeoutMs: 3 });
} catch (error) {
  console.log((error as Error).message, never.waiting);
}
await new Latch(0).wait();
for (const count of [-1, 1.5, NaN, Infinity]) {
  try {
    new Latch(count);
  } catch (error) {
    console.log((error as Error).name, (error as Error).message);
  }
}
//= 1 2
//= A goes on
//= B goes on
//= RangeError ready.countDown(): the count is 0 already 0
//= never.wait(): timed out after 3 ms 0
//= RangeError new Latch: count must be a whole number of at least 0, not -1
//= RangeError new Latch: count must be a whole number of at least 0, not 1.5
//= RangeError new Latch: count must be a whole number of at least 0, not NaN
//= RangeError new Latch: count must be a whole number of at least 0, not Infinity
