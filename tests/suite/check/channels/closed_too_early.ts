// check: threads=exception(7) tasks=exception(7) event-loop=holds
// Closed when the first producer is done; the second may not have sent yet.
const jobs = new Channel<number>(2);
let total = 0;
async function produce(job: number) {
  await jobs.send(job);
}
async function consume() {
  for (let job = await jobs.receive(); job !== undefined; job = await jobs.receive()) total = total + job;
}
const consumer = spawn("consumer", consume);
const first = spawn("P1", () => produce(1));
const second = spawn("P2", () => produce(2));
await first;
jobs.close();
await Promise.all([second, consumer]);
assert(total === 3);
