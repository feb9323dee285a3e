// check: threads=holds tasks=holds event-loop=holds
// One for each.
const jobs = new Channel<string>();
async function consume() {
  while ((await jobs.receive()) !== "stop") {}
}
async function produce() {
  await jobs.send("job");
  await jobs.send("stop");
  await jobs.send("stop");
}
await Promise.all([spawn("C1", consume), spawn("C2", consume), spawn("producer", produce)]);
