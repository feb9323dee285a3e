// check: threads=race(7),lost-update(9),assertion(10) tasks=holds event-loop=holds
// Measuring first is enough as long as nobody can come between the look and the step.
const most = 2;
let replicas = 1;
async function observe() {
  await yieldNow();
  if (replicas >= most) return;
  replicas = replicas + 1;
  assert(replicas <= most, "more replicas than there may be");
}
await Promise.all([spawn("A", observe), spawn("B", observe), spawn("C", observe)]);
