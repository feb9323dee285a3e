// check: tasks=holds tasks/any=assertion(16)
// Looking whether one is still the owner, and then taking time to write.
let owner = 0;
let latest = 0;
async function acquire(token: number) {
  while (owner !== 0) await sleep(1);
  owner = token;
  setTimeout(() => {
    if (owner === token) owner = 0;
  }, 10);
}
function write(token: number) {
  assert(token >= latest, "an old owner wrote after the new one");
  latest = token;
}
async function worker(token: number) {
  await acquire(token);
  await sleep(5);
  if (owner !== token) return;
  await sleep(1);
  write(token);
  if (owner === token) owner = 0;
}
const first = spawn("A", () => worker(1));
await sleep(1);
await Promise.all([first, spawn("B", () => worker(2))]);
