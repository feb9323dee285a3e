// check: threads=deadlock(5) tasks=deadlock(5) event-loop=deadlock(6)
// One bad job ends the worker, and the producer waits for somebody to take the next.
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
await Promise.all([spawn("worker", worker), spawn("producer", produce)]);
