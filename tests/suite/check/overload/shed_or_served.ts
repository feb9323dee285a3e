// check: threads=holds tasks=holds event-loop=holds
// Everybody is served or refused, and nobody waits for ever.
const door = new LoadShedder({ concurrency: 1, targetMs: 0, intervalMs: 1, maxQueue: 1 });
const request = () => door.execute(() => yieldNow()).catch((error) => assert(error.name === "OverloadError"));
await Promise.all([spawn("A", request), spawn("B", request), spawn("C", request)]);
assert(door.active === 0 && door.waiting === 0, "somebody is still there");
