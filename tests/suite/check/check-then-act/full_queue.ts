// check: tasks=always(5) event-loop=always(5)
// There was room when they looked.
const queue: string[] = [];
always("at most one waits", () => queue.length <= 1);
async function enqueue(job: string) {
  if (queue.length < 1) {
    await yieldNow(); // validates the job
    queue.push(job);
  }
}
await Promise.all([spawn("A", () => enqueue("a")), spawn("B", () => enqueue("b"))]);
