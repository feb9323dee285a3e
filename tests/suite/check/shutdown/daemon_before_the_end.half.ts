// check: threads=over-release(4) tasks=holds event-loop=holds
const door = new Mutex();
spawn("guard", async () => {
  await sleep(1);
  door.unlock();
}, { daemon: true });
