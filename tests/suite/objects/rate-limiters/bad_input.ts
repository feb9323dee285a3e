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
//= RangeError: new TokenBucket: capacity must be a whole number of at least 1, not 0
//= RangeError: new TokenBucket: capacity must be a whole number of at least 1, not -1
//= RangeError: new TokenBucket: capacity must be a whole number of at least 1, not 1.5
//= RangeError: new TokenBucket: capacity must be a whole number of at least 1, not NaN
//= RangeError: new TokenBucket: refillPerSecond must be a number from 0.000001 to 1000000000, not 0
//= RangeError: new TokenBucket: refillPerSecond must be a number from 0.000001 to 1000000000, not NaN
//= RangeError: new TokenBucket: refillPerSecond must be a number from 0.000001 to 1000000000, not Infinity
//= TypeError: Class constructor TokenBucket cannot be invoked without 'new'
//= RangeError: new LeakyBucket: capacity must be a whole number of at least 1, not 0
//= RangeError: new LeakyBucket: leakPerSecond must be a number from 0.000001 to 1000000000, not -2
//= RangeError: new FixedWindow: windowMs must be a number of milliseconds above 0, not 0
//= RangeError: new FixedWindow: limit must be a whole number of at least 1, not "3"
//= RangeError: new SlidingWindow: windowMs must be a number of milliseconds above 0, not Infinity
//= RangeError: new SlidingWindow: kind must be "log" or "counter", not "guess"
//= RangeError: new Gcra: ratePerSecond must be a number from 0.000001 to 1000000000, not 0
//= RangeError: new Gcra: burst must be a whole number of at least 1, not 0
//= RangeError: new KeyedLimiter: rule must be TokenBucket, LeakyBucket, FixedWindow, SlidingWindow or Gcra, not "Bucket"
//= RangeError: new KeyedLimiter: ratePerSecond must be a number from 0.000001 to 1000000000, not -1
//= RangeError: new KeyedLimiter: rule must be TokenBucket, LeakyBucket, FixedWindow, SlidingWindow or Gcra, not undefined
//= RangeError: uploads.tryConsume(): count must be a whole number of at least 1, not 0
//= RangeError: uploads.tryConsume(): count must be a whole number of at least 1, not -1
//= RangeError: uploads.tryConsume(): count must be a whole number of at least 1, not 1.5
//= RangeError: uploads.tryConsume(): count must be a whole number of at least 1, not NaN
//= RangeError: uploads.tryConsume(): 4 can never pass at once, at most 3 can
//= RangeError: uploads.tryConsume(): count must be a whole number of at least 1, not Infinity
//= RangeError: uploads.tryConsume(): count must be a whole number of at least 1, not "1"
//= RangeError: uploads.tryConsume(): count must be a whole number of at least 1, not null
//= RangeError: uploads.consume(): 4 can never pass at once, at most 3 can
//= 3
//= TypeError: Method tryConsume called on incompatible receiver undefined
