// check: tasks=holds tasks/any=holds
// The store knows the latest owner, and turns older ones away.
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
  if (token < latest) return;
  latest = token;
}
async function worker(token: number) {
  await acquire(token);
  await sleep(5);
  write(token);
  if (owner === token) owner = 0;
}
const first = spawn("A", () => worker(1));
await sleep(1);
await Promise.all([first, spawn("B", () => worker(2))]);
