// check: threads=livelock(11) tasks=livelock(3) event-loop=livelock(3)
// One processor that always runs the most important job that is not blocked. The important one waits for a lock of the unimportant
// one, which never gets a turn, because the one in the middle always has something to do.
const low = { priority: 1, isBlocked: false, name: "low" };
const medium = { priority: 2, isBlocked: false, name: "medium" };
const high = { priority: 3, isBlocked: true, name: "high" }; // waits for low's lock
let isHighDone = false;
function next() {
  const ready = [medium, high, low].filter((job) => !job.isBlocked);
  return ready.reduce((best, job) => (job.priority > best.priority ? job : best));
}
async function processor() {
  while (!isHighDone) {
    const job = next();
    if (job.name === "low") high.isBlocked = false; // unlocks
    if (job.name === "high") isHighDone = true;
    await yieldNow();
  }
}
await spawn("processor", processor);
