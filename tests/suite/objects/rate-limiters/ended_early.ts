// A wait that is given up leaves the line, and whoever stood behind it goes on when it can.
const bucket = new TokenBucket(3, 10);
bucket.tryConsume(2);
const wait = (name: string, count: number, options?: { signal?: AbortSignal; timeoutMs?: number }) =>
  spawn(name, async () => {
    try {
      await bucket.consume(count, options);
      console.log(name, Date.now());
    } catch (error) {
      console.log(name, Date.now(), String(error));
    }
  });
const controller = new AbortController();
const first = wait("large", 3, { signal: controller.signal });
await sleep(1);
const second = wait("small", 1);
const third = wait("patient", 3, { timeoutMs: 50 });
await sleep(9);
console.log(bucket.waiting);
controller.abort(new Error("no longer wanted"));
await Promise.all([first, second, third]);
console.log(bucket.waiting, Date.now());
try {
  await bucket.consume(1, { signal: controller.signal });
} catch (error) {
  console.log(String(error));
}
try {
  await bucket.consume(1, { timeoutMs: -1 });
} catch (error) {
  console.log(String(error));
}
const keyed = new KeyedLimiter({ rule: "FixedWindow", limit: 1, windowMs: 1000 });
keyed.tryConsume("a");
try {
  await keyed.consume("a", 1, { timeoutMs: 20 });
} catch (error) {
  console.log(String(error), Date.now());
}
console.log(keyed.waiting);
//= 3
//= small 10
//= large 10 Error: no longer wanted
//= patient 51 TimeoutError: bucket.consume(): timed out after 50 ms
//= 0 51
//= Error: no longer wanted
//= RangeError: bucket.consume(): timeoutMs must be a number of milliseconds that is not negative, not -1
//= TimeoutError: keyed.consume(): timed out after 20 ms 71
//= 0
