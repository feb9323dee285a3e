// check: threads=over-release(2) tasks=holds event-loop=holds
// Threads: between the last thing that main does and its end, a daemon can still go wrong.
const door = new Mutex();
spawn("guard", () => door.unlock(), { daemon: true });
