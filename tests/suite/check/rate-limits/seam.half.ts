// check: tasks=always(10) event-loop=always(10)
// Two counts are only an estimate: it takes it that those before the seam were spread over their window.
const limiter = new SlidingWindow(2, 100, { kind: "counter" });
const passed: number[] = [];
always("at most two within 100 ms", () => passed.every((from) => passed.filter((at) => at >= from && at < from + 100).length <= 2));
async function request() {
  await limiter.consume();
  passed.push(performance.now());
}
await sleep(90);
await Promise.all([spawn("A", request), spawn("B", request), spawn("C", request)]);
