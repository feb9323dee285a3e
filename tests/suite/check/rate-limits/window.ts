// check: tasks=holds event-loop=holds
// A fixed window holds within each window of the clock.
const limiter = new FixedWindow(2, 100);
const passed: number[] = [];
always("two in each window", () =>
  passed.every((at) => passed.filter((other) => Math.floor(other / 100) === Math.floor(at / 100)).length <= 2),
);
async function request() {
  await limiter.consume();
  passed.push(performance.now());
}
await sleep(90);
await Promise.all([spawn("A", request), spawn("B", request), spawn("C", request)]);
await request();
