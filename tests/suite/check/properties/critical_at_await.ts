// check: threads=breach(5) tasks=breach(5) event-loop=holds
// Two tasks at the same door: between two awaits nobody comes in, at the door itself somebody may.
async function worker() {
  await yieldNow();
  critical("door");
  await yieldNow();
}
await Promise.all([spawn("A", worker), spawn("B", worker)]);
