// check: threads=deadlock(10) tasks=deadlock(12) event-loop=deadlock(14)
// A second life for the worker, and a second bad job.
const jobs = new Channel<string>();
async function work1(job: string) {
  if (job === "bad") throw new Error("bad job");
}
async function worker() {
  try {
    for (let job = await jobs.receive(); job !== undefined; job = await jobs.receive()) await work1(job);
  } catch (error) {
    console.log(String(error));
  }
}
async function produce() {
  for (const job of ["bad", "good", "bad", "good"]) await jobs.send(job);
  jobs.close();
}
async function twice() {
  await worker();
  await worker();
}
await Promise.all([spawn("worker", twice), spawn("producer", produce)]);
