export function paced(minTime: number, highWater: number) {
  const bucket = new LeakyBucket(highWater, 1000 / minTime);
  return async (job: () => Promise<void>) => {
    await bucket.consume();
    await job();
  };
}
export function refilled(limit: number, windowMs: number) {
  const window = new FixedWindow(limit, windowMs);
  return async (job: () => Promise<void>) => {
    await window.consume();
    await job();
  };
}
