// Weights and releases that cannot be; nothing has changed then.
const s = new WeightedSemaphore(10);
const told = async (fn: () => unknown) => {
  try {
    await fn();
    console.log("fine");
  } catch (error) {
    console.log((error as Error).name + ":", (error as Error).message);
  }
};
for (const weight of [0, -1, 1.5, NaN, Infinity, 11, "2"]) {
  await told(() => s.acquire(weight as number));
}
await told(() => s.tryAcquire(11));
await told(() => s.release(1));
await s.acquire(4);
await told(() => s.release(5));
await told(() => s.release(0));
console.log(s.available, s.waiting);
for (const capacity of [0, -1, 2.5, NaN, Infinity, undefined]) {
  await told(() => new WeightedSemaphore(capacity as number));
}
s.release(4);
//= RangeError: s.acquire(): a weight must be at least 1, not 0
//= RangeError: s.acquire(): the weight must be a whole number of at least 0, not -1
//= RangeError: s.acquire(): the weight must be a whole number of at least 0, not 1.5
//= RangeError: s.acquire(): the weight must be a whole number of at least 0, not NaN
//= RangeError: s.acquire(): the weight must be a whole number of at least 0, not Infinity
//= RangeError: s.acquire(): weight 11 exceeds the capacity 10
//= RangeError: s.acquire(): the weight must be a whole number of at least 0, not "2"
//= RangeError: s.tryAcquire(): weight 11 exceeds the capacity 10
//= RangeError: s.release(): 10 of 10 permits are free already
//= RangeError: s.release(): 6 of 10 permits are free already
//= RangeError: s.release(): a weight must be at least 1, not 0
//= 6 0
//= RangeError: new WeightedSemaphore: capacity must be at least 1, not 0
//= RangeError: new WeightedSemaphore: capacity must be a whole number of at least 0, not -1
//= RangeError: new WeightedSemaphore: capacity must be a whole number of at least 0, not 2.5
//= RangeError: new WeightedSemaphore: capacity must be a whole number of at least 0, not NaN
//= RangeError: new WeightedSemaphore: capacity must be a whole number of at least 0, not Infinity
//= RangeError: new WeightedSemaphore: capacity must be a whole number of at least 0, not undefined
