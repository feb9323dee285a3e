// check: threads=exception(9) tasks=holds event-loop=holds
// A pause is no order, once code can be slow.
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
await sleep(10);
jobs.close();
await Promise.all([second, consumer]);
assert(total === 3);
