// check: tasks=holds event-loop=holds
// The log knows when each one passed.
const limiter = new SlidingWindow(2, 100);
const passed: number[] = [];
always("at most two within 100 ms", () => passed.every((from) => passed.filter((at) => at >= from && at < from + 100).length <= 2));
async function request() {
  await limiter.consume();
  passed.push(performance.now());
}
await sleep(90);
await Promise.all([spawn("A", request), spawn("B", request), spawn("C", request)]);
