// A burst at once, then the rate; in line, and a fraction of a token is kept for the next one.
const bucket = new TokenBucket(2, 3);
console.log(bucket.tryConsume(), bucket.tryConsume(2), bucket.available);
const wait = (name: string, count?: number) =>
  spawn(name, async () => {
    await bucket.consume(count);
    console.log(name, Date.now());
  });
const waiting = [wait("A"), wait("B", 2), wait("C")];
await sleep(1);
console.log(bucket.waiting, bucket.available, bucket.tryConsume());
await Promise.all(waiting);
await sleep(10_000);
console.log(bucket.available, bucket.waiting);
const idle = Date.now();
for (let i = 0; i < 4; i++) {
  await bucket.waitForToken();
  console.log(Date.now() - idle);
}
// A third of a token per second: no drift after a hundred of them.
const slow = new TokenBucket(1, 1 / 3);
const start = Date.now();
for (let i = 0; i < 100; i++) await slow.consume();
console.log(Date.now() - start);
//= true false 1
//= A 0
//= 2 0 false
//= B 667
//= C 1001
//= 2 0
//= 0
//= 0
//= 334
//= 667
//= 297000
