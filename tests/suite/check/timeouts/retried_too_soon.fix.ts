// check: tasks=holds tasks/any=holds event-loop=holds
// Every attempt carries the same key, and the server does what it has done already only once.
let charged = 0;
const done = new Set<string>();
async function charge() {
  await sleep(5);
  if (done.has("order 7")) return;
  done.add("order 7");
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
