// p-queue 9.3.5 and our WorkerPool: order, concurrency, results, errors, and waiting until all is done.
//
// Left out on purpose:
// - Microtasks between a job's end and the next job's begin: our jobs run in lanes of their own.
// - `size` and `pending` right after `add`: p-queue begins a job at once, our workers when they have their turn.
// - Priorities, timeouts of running jobs, intervals and events: not what a pool of workers is.
//- theirs
import PQueue from "p-queue";
const pool = (concurrency: number) => {
  const queue = new PQueue({ concurrency });
  return {
    run: <T>(job: () => Promise<T>) => queue.add(job) as Promise<T>,
    drain: () => queue.onIdle(),
    busy: () => queue.pending,
    queued: () => queue.size,
  };
};
//- ours
const pool = (concurrency: number) => {
  const workers = new WorkerPool(concurrency);
  return {
    run: <T>(job: () => Promise<T>) => workers.run(job),
    drain: () => workers.drain(),
    busy: () => workers.busy,
    queued: () => workers.queued,
  };
};
//- both
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
for (const concurrency of [1, 2, 3]) {
  const start = performance.now();
  const log: string[] = [];
  const jobs = pool(concurrency);
  const results = [30, 10, 20, 5, 15, 1].map((ms, index) =>
    jobs.run(async () => {
      log.push(`${index} begins at ${performance.now() - start}`);
      await sleep(ms);
      if (ms === 20) throw new Error("twenty");
      return ms;
    }),
  );
  results.forEach((result, index) => result.then(
    (value) => log.push(`${index} gives ${value} at ${performance.now() - start}`),
    (error) => log.push(`${index} fails: ${error.message} at ${performance.now() - start}`),
  ));
  await sleep(2);
  log.push(`${jobs.busy()} run, ${jobs.queued()} wait`);
  await jobs.drain();
  log.push(`idle at ${performance.now() - start}: ${jobs.busy()} run, ${jobs.queued()} wait`);
  console.log(`${concurrency} at a time:\n${log.sort().join("\n")}`);
}
// Jobs that hand in jobs, and an idle pool that is used again.
const jobs = pool(2);
const order: string[] = [];
await jobs.run(async () => {
  order.push("root");
  void jobs.run(async () => void order.push("left"));
  void jobs.run(async () => void order.push("right"));
  await sleep(1);
});
await jobs.drain();
await jobs.run(async () => void order.push("again"));
console.log(order.join(" "));
