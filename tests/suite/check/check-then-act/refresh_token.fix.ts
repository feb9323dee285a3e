// check: tasks=holds event-loop=holds
// One refresh for all who need it.
let valid = 1; // the only token that the server takes
let token = 0; // ours, expired
async function refresh() {
  await sleep(1);
  valid = valid + 1;
  return valid;
}
let refreshing: Promise<number> | undefined;
async function request() {
  if (token !== valid) {
    refreshing ??= refresh();
    token = await refreshing;
  }
  const used = token;
  await sleep(2); // on its way
  assert(used === valid, "401: the token has been replaced");
}
await Promise.all([spawn("A", request), spawn("B", request)]);
