// check: threads=holds tasks=holds event-loop=holds
let level = 0;
const door = new Mutex();
always("not too high", () => level < 4);
spawn("filler", () => door.withLock(() => { level = 2; }));
await door.withLock(() => { level = level + 1; });
