import { TokenBucket } from "limiter";

export function make(capacity: number, perSecond: number) {
  const bucket = new TokenBucket({ bucketSize: capacity, tokensPerInterval: perSecond, interval: "second" });
  bucket.content = capacity;
  return {
    tryConsume: (count: number) => bucket.tryRemoveTokens(count),
    consume: (count: number) => bucket.removeTokens(count),
  };
}
