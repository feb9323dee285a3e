const m = new Mutex();
const jobs = new Channel(3), holder = {};
holder.gate = new Semaphore(1);
const task = spawn("A", async () => { await m.withLock(() => jobs.send(1)) });
await task
  .then((x) => x)
  .finally(() => console.log("done"));
await Promise.all([1, 2].map(async (x) => {
  await sleep(x);
  return x;
}));
const p = new Promise((resolve) => setTimeout(resolve, 10));
const tail = () => p;
