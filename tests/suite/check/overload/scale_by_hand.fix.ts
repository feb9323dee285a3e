// check: threads=holds tasks=holds event-loop=holds
// The scaler takes in a measurement and decides in one step, and keeps to its bounds.
const scaler = new Autoscaler({ target: 10, min: 1, max: 2, initial: 1 });
async function observe(load: number) {
  await yieldNow();
  const replicas = scaler.observe(load);
  assert(replicas >= 1 && replicas <= 2, "more replicas than there may be");
  assert(scaler.ready <= 2, "more are ready than there may be");
}
await Promise.all([spawn("A", () => observe(40)), spawn("B", () => observe(1)), spawn("C", () => observe(40))]);
