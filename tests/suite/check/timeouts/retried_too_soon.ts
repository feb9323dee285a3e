// check: tasks=holds tasks/any=assertion(13) event-loop=holds
// No answer in time is not the same as not done: the retry charges again.
let charged = 0;
async function charge() {
  await sleep(5);
  charged++;
}
async function pay() {
  const attempt = charge();
  const isDone = await Promise.race([attempt.then(() => true), sleep(10).then(() => false)]);
  if (!isDone) await charge();
  await attempt;
}
await pay();
assert(charged === 1, `charged ${charged} times`);
