// check: tasks=holds event-loop=holds
// A semaphore counts the room; who gets a permit has a place.
const queue: string[] = [];
const room = new Semaphore(1);
always("at most one waits", () => queue.length <= 1);
async function enqueue(job: string) {
  if (room.tryAcquire()) {
    await yieldNow(); // validates the job
    queue.push(job);
  }
  await yieldNow();
  if (queue[0] === job) {
    queue.shift();
    room.release();
  }
}
await Promise.all([spawn("A", () => enqueue("a")), spawn("B", () => enqueue("b"))]);
