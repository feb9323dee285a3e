// check: tasks=assertion(10) event-loop=assertion(11)
// Two requests see the expired token and refresh it; the second refresh makes the first one's token worthless.
let valid = 1; // the only token that the server takes
let token = 0; // ours, expired
async function refresh() {
  await sleep(1);
  valid = valid + 1;
  return valid;
}
async function request() {
  if (token !== valid) {
    const fresh = await refresh();
    token = fresh;
  }
  const used = token;
  await sleep(2); // on its way
  assert(used === valid, "401: the token has been replaced");
}
await Promise.all([spawn("A", request), spawn("B", request)]);
