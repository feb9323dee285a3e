// check: threads=deadlock(5) tasks=deadlock(5) event-loop=deadlock(5)
// A buffer of one is enough for one message.
const toA = new Channel<string>(1);
const toB = new Channel<string>(1);
async function a() {
  await toB.send("hello B");
  await toB.send("how are you?");
  await toA.receive();
  await toA.receive();
}
async function b() {
  await toA.send("hello A");
  await toA.send("how are you?");
  await toB.receive();
  await toB.receive();
}
await Promise.all([spawn("A", a), spawn("B", b)]);
