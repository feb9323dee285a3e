// model=event-loop
// What a program with a token bucket of its own prints, it prints with ours; but ours has a line, so that in the second pair
// the small requests `d` and `e` do not slip past `c`, which wants two.
class Bucket {
  tokens: number;
  lastRefill = Date.now();
  constructor(private capacity: number, private refillRate: number) {
    this.tokens = capacity;
  }
  tryConsume(count = 1): boolean {
    const now = Date.now();
    this.tokens = Math.min(this.capacity, this.tokens + ((now - this.lastRefill) / 1000) * this.refillRate);
    this.lastRefill = now;
    if (this.tokens < count) return false;
    this.tokens -= count;
    return true;
  }
  async waitForToken(count = 1): Promise<void> {
    while (!this.tryConsume(count)) {
      const waitMs = ((count - this.tokens) / this.refillRate) * 1000;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
async function use(bucket: { tryConsume(count?: number): boolean; waitForToken(count?: number): Promise<void> }) {
  const start = Date.now();
  const log: unknown[] = [bucket.tryConsume(3), bucket.tryConsume()];
  const request = async (name: string, delay: number, count?: number) => {
    await sleep(delay);
    await bucket.waitForToken(count);
    log.push(name + (Date.now() - start));
  };
  await Promise.all([request("a", 0), request("b", 0), request("c", 400, 2), request("d", 1300), request("e", 1350)]);
  await sleep(5000);
  log.push(bucket.tryConsume(3), bucket.tryConsume());
  return log.join(" ");
}
console.log(await use(new Bucket(3, 4)));
console.log(await use(new TokenBucket(3, 4)));
console.log(await use(new Bucket(3, 3)));
console.log(await use(new TokenBucket(3, 3)));
//= true false a250 b500 c1000 d1300 e1500 true false
//= true false a250 b500 c1000 d1300 e1500 true false
//= true false a334 b667 d1300 e1350 c2001 true false
//= true false a334 b667 c1334 d1667 e2000 true false
