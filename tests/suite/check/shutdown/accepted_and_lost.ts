// check: tasks=assertion(5) event-loop=assertion(5)
// A job is accepted while the pool is closing, and nobody does it.
const queue: string[] = [];
let isClosed = false;
let accepted = 0;
let done = 0;
async function submit(job: string) {
  if (isClosed) return;
  await yieldNow(); // validates
  queue.push(job);
  accepted++;
}
async function close() {
  isClosed = true;
  while (queue.length > 0) {
    queue.shift();
    done++;
  }
}
await Promise.all([spawn("client", () => submit("job")), spawn("closer", close)]);
assert(done === accepted, `${accepted} accepted, ${done} done`);
