// check: threads=deadlock(11) tasks=deadlock(9) event-loop=deadlock(9)
// The consumer reads until the channel is closed, and nobody closes it.
const jobs = new Channel<number>(1);
let total = 0;
async function produce(job: number) {
  await jobs.send(job);
}
async function consume() {
  for (let job = await jobs.receive(); job !== undefined; job = await jobs.receive()) total = total + job;
}
const producers = [spawn("P1", () => produce(1)), spawn("P2", () => produce(2))];
const consumer = spawn("consumer", consume);
await Promise.all(producers);
await consumer;
assert(total === 3);
