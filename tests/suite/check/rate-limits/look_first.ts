// check: threads=exception(6) tasks=holds event-loop=holds
// Somebody else takes the token between the look and the grip.
const bucket = new TokenBucket(1, 0.001);
async function request() {
  if (bucket.available === 0) return;
  if (!bucket.tryConsume()) throw new Error("the token is gone");
}
await Promise.all([spawn("A", request), spawn("B", request)]);
