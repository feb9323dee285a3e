// lanes: model=tasks
const jobs = new Channel<number>(1);
spawn("producer", async () => {
  for (const job of [1, 2, 3]) await jobs.send(job);
  jobs.close();
});
for await (const job of jobs) {
  if (job === 2) continue;
  console.log("job", job);
}
console.log("closed", jobs.closed);
//= job 1
//= job 3
//= closed true
