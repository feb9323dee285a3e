// Three windows of two in 100 ms, from 90 ms on: at the seam the fixed one lets four pass at once.
async function passes(limiter: { consume(): Promise<void> }) {
  const start = Date.now();
  await sleep(90);
  const times: number[] = [];
  for (let i = 0; i < 6; i++) {
    await limiter.consume();
    times.push(Date.now() - start);
  }
  await sleep(1000 - (Date.now() - start));
  return times.join(" ");
}
console.log("fixed  ", await passes(new FixedWindow(2, 100)));
console.log("log    ", await passes(new SlidingWindow(2, 100)));
console.log("counter", await passes(new SlidingWindow(2, 100, { kind: "counter" })));
console.log("gcra   ", await passes(new Gcra(20, 2)));
console.log("bucket ", await passes(new TokenBucket(2, 20)));

const fixed = new FixedWindow(2, 100);
console.log(fixed.tryConsume(2), fixed.tryConsume(), fixed.available);
await sleep(100);
console.log(fixed.available);
const log = new SlidingWindow(3, 100);
console.log(log.tryConsume(), log.available, log.tryConsume(2), log.available);
await sleep(99);
console.log(log.available);
await sleep(1);
console.log(log.available);
//= fixed   90 90 100 100 200 200
//= log     90 90 190 190 290 290
//= counter 90 90 150 200 300 400
//= gcra    90 90 140 190 240 290
//= bucket  90 90 140 190 240 290
//= true false 0
//= 2
//= true 2 true 0
//= 0
//= 3
