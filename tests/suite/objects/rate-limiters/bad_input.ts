// What makes no sense is refused, and changes nothing.
const make: Array<() => unknown> = [
  () => new TokenBucket(0, 1),
  () => new TokenBucket(-1, 1),
  () => new TokenBucket(1.5, 1),
  () => new TokenBucket(NaN, 1),
  () => new TokenBucket(1, 0),
  () => new TokenBucket(1, NaN),
  () => new TokenBucket(1, Infinity),
  () => (TokenBucket as any)(1, 1),
  () => new LeakyBucket(0, 1),
  () => new LeakyBucket(1, -2),
  () => new FixedWindow(1, 0),
  () => new FixedWindow("3" as any, 10),
  () => new SlidingWindow(1, Infinity),
  () => new SlidingWindow(1, 5, { kind: "guess" } as any),
  () => new Gcra(0),
  () => new Gcra(1, 0),
  () => new KeyedLimiter({ rule: "Bucket" } as any),
  () => new KeyedLimiter({ rule: "Gcra", ratePerSecond: -1 }),
  () => new (KeyedLimiter as any)(),
];
for (const attempt of make) {
  try {
    attempt();
    console.log("made");
  } catch (error) {
    console.log(String(error));
  }
}
const uploads = new TokenBucket(3, 1);
for (const count of [0, -1, 1.5, NaN, 4, Infinity, "1", null]) {
  try {
    uploads.tryConsume(count as any);
    console.log("consumed");
  } catch (error) {
    console.log(String(error));
  }
}
try {
  await uploads.consume(4);
} catch (error) {
  console.log(String(error));
}
console.log(uploads.available);
const { tryConsume } = uploads;
try {
  tryConsume();
} catch (error) {
  console.log(String(error));
}
