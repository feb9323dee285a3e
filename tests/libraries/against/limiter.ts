// `limiter`'s token bucket beside `TokenBucket`: one after the other, since theirs has no line in which to wait.
// Different on purpose: theirs counts in floats, so that after a while it may let something pass a millisecond or two late.
import { make } from "subject";

const bucket = make(5, 10);
console.log(bucket.tryConsume(3), bucket.tryConsume(3), bucket.tryConsume(2), bucket.tryConsume(1));
for (const count of [1, 1, 3, 5]) {
  await bucket.consume(count);
  console.log(count, Date.now());
}
await sleep(150);
console.log(bucket.tryConsume(2), bucket.tryConsume(1), bucket.tryConsume(1));
await sleep(10_000);
console.log(bucket.tryConsume(5), bucket.tryConsume(1));
const slow = make(2, 4);
await slow.consume(2);
const start = Date.now();
for (let i = 0; i < 20; i++) await slow.consume(1 + (i % 2));
console.log(Math.round((Date.now() - start) / 10) * 10);
