// check: threads=holds tasks=holds event-loop=holds
// One speaks, the other listens.
const toA = new Channel<string>();
const toB = new Channel<string>();
async function a() {
  await toB.send("hello B");
  await toA.receive();
}
async function b() {
  await toB.receive();
  await toA.send("hello A");
}
await Promise.all([spawn("A", a), spawn("B", b)]);
