// check: tasks=holds event-loop=holds
// The promise of the bucket: within any time t at most its capacity and what drips in meanwhile.
const bucket = new TokenBucket(2, 10);
const passed: number[] = [];
const within = (from: number, to: number) => passed.filter((at) => at >= from && at <= to).length;
always("capacity + rate * t", () =>
  passed.every((from) => passed.every((to) => to < from || within(from, to) <= 2 + (to - from) / 100)),
);
async function request() {
  await bucket.consume();
  passed.push(performance.now());
}
await Promise.all([spawn("A", request), spawn("B", request), spawn("C", request)]);
await request();
