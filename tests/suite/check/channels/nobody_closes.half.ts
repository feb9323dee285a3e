// check: threads=exception(6) tasks=exception(6) event-loop=exception(9)
// Closed by each producer: the other one may still want to send, or to close.
const jobs = new Channel<number>(1);
let total = 0;
async function produce(job: number) {
  await jobs.send(job);
  jobs.close();
}
async function consume() {
  for (let job = await jobs.receive(); job !== undefined; job = await jobs.receive()) total = total + job;
}
const producers = [spawn("P1", () => produce(1)), spawn("P2", () => produce(2))];
const consumer = spawn("consumer", consume);
await Promise.all(producers);
await consumer;
assert(total === 3);
