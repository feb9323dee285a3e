// lanes: model=threads
// check: threads=deadlock(0) tasks=deadlock(0) event-loop=deadlock(0)
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
