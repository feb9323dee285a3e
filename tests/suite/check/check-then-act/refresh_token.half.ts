// check: tasks=assertion(13) event-loop=assertion(13)
// One after the other, but each of them refreshes.
let valid = 1; // the only token that the server takes
let token = 0; // ours, expired
async function refresh() {
  await sleep(1);
  valid = valid + 1;
  return valid;
}
const m = new Mutex();
async function request() {
  if (token !== valid) {
    await m.lock();
    token = await refresh();
    m.unlock();
  }
  const used = token;
  await sleep(2); // on its way
  assert(used === valid, "401: the token has been replaced");
}
await Promise.all([spawn("A", request), spawn("B", request)]);
