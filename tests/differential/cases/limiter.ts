// limiter 3.0.0 and our TokenBucket: bursts, waiting for tokens, what does not fit is lost.
//
// Left out on purpose:
// - theirs has no line: who waits asks again, and a small request slips past a large one; here one request follows another;
// - theirs counts in floats, so that after a while it lets something pass a millisecond or two late: such times are rounded.
//- theirs
import { TokenBucket } from "limiter";

function make(capacity: number, perSecond: number) {
  const bucket = new TokenBucket({ bucketSize: capacity, tokensPerInterval: perSecond, interval: "second" });
  bucket.content = capacity;
  return {
    tryConsume: (count: number) => bucket.tryRemoveTokens(count),
    consume: (count: number) => bucket.removeTokens(count),
  };
}
//- ours
function make(capacity: number, perSecond: number) {
  const bucket = new TokenBucket(capacity, perSecond);
  return {
    tryConsume: (count: number) => bucket.tryConsume(count),
    consume: (count: number) => bucket.consume(count),
  };
}
//- both
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
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
