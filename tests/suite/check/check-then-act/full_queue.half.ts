// check: tasks=always(5) event-loop=always(5)
// The count is kept by hand, after the wait.
const queue: string[] = [];
let places = 1;
always("at most one waits", () => queue.length <= 1);
async function enqueue(job: string) {
  if (places > 0) {
    await yieldNow(); // validates the job
    places--;
    queue.push(job);
  }
}
await Promise.all([spawn("A", () => enqueue("a")), spawn("B", () => enqueue("b"))]);
