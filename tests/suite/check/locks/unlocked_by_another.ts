// check: threads=over-release(5) tasks=over-release(5) event-loop=over-release(5)
// A lock belongs to who took it: the one who was told may not give it back.
const m = new Mutex();
const done = new Channel<string>();
async function owner() {
  await m.lock();
  await done.send("saved");
}
async function other() {
  await done.receive();
  m.unlock();
}
await Promise.all([spawn("owner", owner), spawn("other", other)]);
