// check: tasks=holds event-loop=holds
// A leaky bucket and a cell rate without a burst keep the pace: no two within 100 ms.
const leaky = new LeakyBucket(2, 10);
const gcra = new Gcra(10);
const passed = [[], []] as number[][];
const keepsPace = (times: number[]) => times.every((at, i) => i === 0 || at - times[i - 1] >= 100);
always("one in 100 ms", () => passed.every(keepsPace));
async function request() {
  await leaky.consume();
  passed[0].push(performance.now());
  await gcra.consume();
  passed[1].push(performance.now());
}
await Promise.all([spawn("A", request), spawn("B", request), spawn("C", request)]);
