import Bottleneck from "bottleneck";

export function paced(minTime: number, highWater: number) {
  const limiter = new Bottleneck({ maxConcurrent: 1, minTime, highWater, strategy: Bottleneck.strategy.OVERFLOW });
  return (job: () => Promise<void>) => limiter.schedule(job);
}
export function refilled(limit: number, windowMs: number) {
  // Its own timer does not keep a process going.
  setTimeout(() => {}, 60_000);
  const limiter = new Bottleneck({
    reservoir: limit,
    reservoirRefreshAmount: limit,
    reservoirRefreshInterval: windowMs,
    heartbeatInterval: windowMs,
  } as Bottleneck.ConstructorOptions);
  return (job: () => Promise<void>) => limiter.schedule(job);
}
