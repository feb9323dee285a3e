export function make(capacity: number, perSecond: number) {
  const bucket = new TokenBucket(capacity, perSecond);
  return {
    tryConsume: (count: number) => bucket.tryConsume(count),
    consume: (count: number) => bucket.consume(count),
  };
}
