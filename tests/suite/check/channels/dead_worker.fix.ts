// check: threads=holds tasks=holds event-loop=holds
// An error is the job's, not the worker's.
const jobs = new Channel<string>();
async function work1(job: string) {
  if (job === "bad") throw new Error("bad job");
}
async function worker() {
  for (let job = await jobs.receive(); job !== undefined; job = await jobs.receive()) {
    try {
      await work1(job);
    } catch (error) {
      console.log(String(error));
    }
  }
}
async function produce() {
  for (const job of ["bad", "good", "bad", "good"]) await jobs.send(job);
  jobs.close();
}
await Promise.all([spawn("worker", worker), spawn("producer", produce)]);
