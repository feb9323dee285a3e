// check: threads=over-release(5),leak(7) tasks=over-release(5),leak(7) event-loop=over-release(5),leak(7)
// Swallowing the error leaves the lock taken.
const m = new Mutex();
const done = new Channel<string>();
async function owner() {
  await m.lock();
  await done.send("saved");
}
async function other() {
  await done.receive();
  try {
    m.unlock();
  } catch {
    console.log("not mine");
  }
}
await Promise.all([spawn("owner", owner), spawn("other", other)]);
