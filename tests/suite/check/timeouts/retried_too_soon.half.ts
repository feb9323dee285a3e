// check: tasks=holds tasks/any=assertion(13) event-loop=holds
// Asking first whether it has been charged: it may be a moment later.
let charged = 0;
async function charge() {
  await sleep(5);
  charged++;
}
async function pay() {
  const attempt = charge();
  const isDone = await Promise.race([attempt.then(() => true), sleep(10).then(() => false)]);
  if (!isDone && charged === 0) await charge();
  await attempt;
}
await pay();
assert(charged === 1, `charged ${charged} times`);
