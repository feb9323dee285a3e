// What the options of a waiting method cannot be. Nothing has happened then.
const s = new Semaphore(1);
for (const options of [{ timeoutMs: -1 }, { timeoutMs: NaN }, { timeoutMs: "5" }, { signal: {} }, { signal: 1 }, { signal: null }]) {
  try {
    await s.acquire(options as any);
    console.log("taken");
  } catch (error) {
    console.log((error as Error).name, (error as Error).message);
  }
}
console.log(s.available);
//= RangeError s.acquire(): timeoutMs must be a number of milliseconds that is not negative, not -1
//= RangeError s.acquire(): timeoutMs must be a number of milliseconds that is not negative, not NaN
//= RangeError s.acquire(): timeoutMs must be a number of milliseconds that is not negative, not "5"
//= TypeError s.acquire(): signal must be an AbortSignal, not {}
//= TypeError s.acquire(): signal must be an AbortSignal, not 1
//= TypeError s.acquire(): signal must be an AbortSignal, not null
//= 1
