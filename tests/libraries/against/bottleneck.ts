// `bottleneck` beside `LeakyBucket` (one at a time, `minTime`, `highWater` with the strategy OVERFLOW) and `FixedWindow` (a reservoir that is
// filled again at an interval).
// Different on purpose: theirs drops a job with an error of its own, and begins a job some milliseconds late, since it goes
// through timers; only that a job is refused is compared, and times are rounded.
import { paced, refilled } from "subject";

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
