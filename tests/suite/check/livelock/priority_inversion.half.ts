// check: threads=livelock(14) tasks=livelock(3) event-loop=livelock(3)
// Raised, but not above the one in the middle.
const low = { priority: 1, isBlocked: false, name: "low" };
const medium = { priority: 2, isBlocked: false, name: "medium" };
const high = { priority: 3, isBlocked: true, name: "high" }; // waits for low's lock
let isHighDone = false;
function next() {
  const ready = [medium, high, low].filter((job) => !job.isBlocked);
  return ready.reduce((best, job) => (job.priority > best.priority ? job : best));
}
function inherit() {
  if (high.isBlocked) low.priority = medium.priority;
}
async function processor() {
  inherit();
  while (!isHighDone) {
    const job = next();
    if (job.name === "low") high.isBlocked = false; // unlocks
    if (job.name === "high") isHighDone = true;
    await yieldNow();
  }
}
await spawn("processor", processor);
