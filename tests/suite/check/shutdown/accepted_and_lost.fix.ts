// check: tasks=holds event-loop=holds
// Nothing comes between the check and the queue.
const queue: string[] = [];
let isClosed = false;
let accepted = 0;
let done = 0;
async function submit(job: string) {
  await yieldNow(); // validates
  if (isClosed) return;
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
