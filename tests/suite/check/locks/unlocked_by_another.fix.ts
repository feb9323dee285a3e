// check: threads=holds tasks=holds event-loop=holds
// A semaphore as a signal may be released by anybody.
const m = new Semaphore(1);
const done = new Channel<string>();
async function owner() {
  await m.acquire();
  await done.send("saved");
}
async function other() {
  await done.receive();
  m.release();
}
await Promise.all([spawn("owner", owner), spawn("other", other)]);
