// check: threads=deadlock(3) tasks=deadlock(3) event-loop=deadlock(3)
// Hand to hand: both hold out a message, and nobody takes one.
const toA = new Channel<string>();
const toB = new Channel<string>();
async function a() {
  await toB.send("hello B");
  await toA.receive();
}
async function b() {
  await toA.send("hello A");
  await toB.receive();
}
await Promise.all([spawn("A", a), spawn("B", b)]);
