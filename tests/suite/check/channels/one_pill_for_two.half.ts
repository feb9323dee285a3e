// check: threads=deadlock(8) tasks=deadlock(10) event-loop=deadlock(10)
// Passed on, and the last one finds nobody to take it.
const jobs = new Channel<string>();
async function consume() {
  while ((await jobs.receive()) !== "stop") {}
  await jobs.send("stop");
}
async function produce() {
  await jobs.send("job");
  await jobs.send("stop");
}
await Promise.all([spawn("C1", consume), spawn("C2", consume), spawn("producer", produce)]);
