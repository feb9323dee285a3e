// check: threads=exception(8) tasks=holds event-loop=holds
// Looking twice leaves a gap after the second look.
const bucket = new TokenBucket(1, 0.001);
async function request() {
  if (bucket.available === 0) return;
  if (bucket.available === 0) return;
  if (!bucket.tryConsume()) throw new Error("the token is gone");
}
await Promise.all([spawn("A", request), spawn("B", request)]);
