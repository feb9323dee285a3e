// An allowance for each key, and a line for each.
const limiter = new KeyedLimiter({ rule: "TokenBucket", capacity: 1, refillPerSecond: 10 });
console.log(limiter.tryConsume("a"), limiter.tryConsume("a"), limiter.tryConsume("b"), limiter.size);
console.log(limiter.available("a"), limiter.available("c"));
const request = (client: string, name: string) =>
  spawn(name, async () => {
    await limiter.consume(client);
    console.log(name, Date.now());
  });
const requests = [request("a", "a1"), request("a", "a2"), request("b", "b1"), request("c", "c1")];
await sleep(1);
console.log(limiter.waiting, limiter.size);
await Promise.all(requests);
await sleep(200);
console.log(limiter.size, "are not back at rest");

// What makes two keys the same is what does for a Map.
const keys = new KeyedLimiter({ rule: "SlidingWindow", limit: 1, windowMs: 50 });
const object = {};
console.log([0, -0, NaN, NaN, object, object, {}, "0"].map((key) => keys.tryConsume(key)).join(" "));
//= true false true 2
//= 0 1
//= c1 0
//= 3 3
//= a1 100
//= b1 100
//= a2 200
//= 0 are not back at rest
//= true false true false true false true true
