// lanes: model=threads
// check: threads=deadlock(6) tasks=deadlock(6) event-loop=holds
// A gate that stays open loses no signal, unless whoever went through closes it.
const bell = new ManualResetEvent();
async function ring() {
  bell.set();
}
async function hear() {
  await bell.wait();
  bell.reset();
}
await Promise.all([spawn("ring", ring), spawn("ring too", ring), spawn("hear", hear), spawn("hear too", hear)]);
