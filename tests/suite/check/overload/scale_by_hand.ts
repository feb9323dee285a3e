// check: threads=race(6),lost-update(9),assertion(10) tasks=assertion(5) event-loop=assertion(6)
// Each measures, then sets one more than it has read before: two that measure at once make one of two steps, or one too many.
const most = 2;
let replicas = 1;
async function observe() {
  if (replicas >= most) return;
  await yieldNow();
  replicas = replicas + 1;
  assert(replicas <= most, "more replicas than there may be");
}
await Promise.all([spawn("A", observe), spawn("B", observe), spawn("C", observe)]);
