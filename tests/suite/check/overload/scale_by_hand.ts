// check: threads=race,lost-update,assertion tasks=assertion event-loop=assertion
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
