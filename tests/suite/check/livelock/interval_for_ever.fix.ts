// check: threads=holds tasks=holds event-loop=holds
// Cleared when the work is done.
const spinner = setInterval(() => {}, 10);
await sleep(25);
clearInterval(spinner);
