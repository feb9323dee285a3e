// check: threads=holds tasks=holds event-loop=holds
// One queue, and a limit beside it.
const limiter = new AdaptiveConcurrency({ initial: 1, max: 3 });
const call = () => limiter.execute(() => yieldNow());
await Promise.all([spawn("A", call), spawn("B", call)]);
