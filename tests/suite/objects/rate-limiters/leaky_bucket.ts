// One leaves at a time, so many wait, and the rest overflows.
const bucket = new LeakyBucket(2, 10);
const ask = (n: number) =>
  bucket.consume().then(
    () => console.log(n, "left at", Date.now()),
    (error) => console.log(n, String(error)),
  );
await Promise.all([ask(1), ask(2), ask(3), ask(4)]);
console.log(bucket.tryConsume(), bucket.available, bucket.waiting);
await sleep(100);
console.log(bucket.available, bucket.tryConsume(), bucket.tryConsume());
// A rest saves nothing up.
await sleep(10_000);
console.log(bucket.tryConsume(), bucket.tryConsume());
// A large one holds up those behind it.
await sleep(100);
await bucket.consume(2);
await bucket.consume();
console.log(Date.now());
//= 1 left at 0
//= 4 Error: bucket.consume(): no room for 1 more, 2 wait and at most 2 fit
//= 2 left at 100
//= 3 left at 200
//= false 0 0
//= 1 true false
//= true false
//= 10600
