// check: threads=holds tasks=holds event-loop=holds
const door = new Mutex();
spawn("guard", async () => {
  await door.lock();
  door.unlock();
}, { daemon: true });
