// check: threads=livelock(9) tasks=livelock(10) event-loop=livelock(10)
// An interval that nobody clears keeps the program alive.
const spinner = setInterval(() => {}, 10);
await sleep(25);
assert(spinner !== undefined);
