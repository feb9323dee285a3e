// check: threads=deadlock(7) tasks=deadlock(8) event-loop=deadlock(8)
// A poison pill ends the consumer that takes it, and only that one.
const jobs = new Channel<string>();
async function consume() {
  while ((await jobs.receive()) !== "stop") {}
}
async function produce() {
  await jobs.send("job");
  await jobs.send("stop");
}
await Promise.all([spawn("C1", consume), spawn("C2", consume), spawn("producer", produce)]);
