// lanes: model=threads
// check: threads=holds tasks=holds event-loop=holds
// Permits add up.
const bell = new Semaphore(0);
async function ring() {
  bell.release();
}
async function hear() {
  await bell.acquire();
}
await Promise.all([spawn("ring", ring), spawn("ring too", ring), spawn("hear", hear), spawn("hear too", hear)]);
