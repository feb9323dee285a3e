// check: tasks=assertion(6) event-loop=holds
// Checked after the validation as well, and written to a journal in between.
const queue: string[] = [];
let isClosed = false;
let accepted = 0;
let done = 0;
async function submit(job: string) {
  if (isClosed) return;
  await yieldNow(); // validates
  if (isClosed) return;
  await yieldNow(); // writes the journal
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
