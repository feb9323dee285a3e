// bottleneck 2.19.5 beside our LeakyBucket (one at a time, `minTime`, `highWater` with the strategy OVERFLOW) and FixedWindow (a
// reservoir that is filled again at an interval).
//
// Left out on purpose:
// - theirs begins a job some milliseconds late, since it goes through timers of its own: times are rounded;
// - theirs refuses with an error of its own, ours with an `Error`: only that something is refused is compared;
// - the windows of theirs begin when it is made, ours at multiples of their length: it is made at such a time here.
//- theirs
import Bottleneck from "bottleneck";

const made: Bottleneck[] = [];
const end = () => made.forEach((limiter) => limiter.disconnect());
function paced(minTime: number, highWater: number) {
  const limiter = new Bottleneck({ maxConcurrent: 1, minTime, highWater, strategy: Bottleneck.strategy.OVERFLOW });
  made.push(limiter);
  return (job: () => Promise<void>) => limiter.schedule(job);
}
function refilled(limit: number, windowMs: number) {
  const limiter = new Bottleneck({
    reservoir: limit,
    reservoirRefreshAmount: limit,
    reservoirRefreshInterval: windowMs,
    heartbeatInterval: windowMs,
  } as Bottleneck.ConstructorOptions);
  made.push(limiter);
  return (job: () => Promise<void>) => limiter.schedule(job);
}
//- ours
const end = () => {};
function paced(minTime: number, highWater: number) {
  const bucket = new LeakyBucket(highWater, 1000 / minTime);
  return async (job: () => Promise<void>) => {
    await bucket.consume();
    await job();
  };
}
function refilled(limit: number, windowMs: number) {
  const window = new FixedWindow(limit, windowMs);
  return async (job: () => Promise<void>) => {
    await window.consume();
    await job();
  };
}
//- both
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
async function use(name: string, schedule: (job: () => Promise<void>) => Promise<unknown>) {
  const start = Date.now();
  const request = async (label: string) => {
    try {
      await schedule(async () => {
        console.log(name, label, Math.round((Date.now() - start) / 100) * 100);
        await sleep(80);
      });
    } catch {
      console.log(name, label, "refused");
    }
  };
  const first = request("a");
  await sleep(10);
  await Promise.all([first, ...["b", "c", "d", "e"].map(request)]);
  await sleep(230);
  await request("f");
  await Promise.all(["g", "h"].map(request));
}
await use("paced", paced(100, 3));
await sleep(5000 - (Date.now() % 5000));
await use("refilled", refilled(2, 1000));
end();
