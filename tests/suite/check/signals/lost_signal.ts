// lanes: model=threads
// check: threads=deadlock(5) tasks=deadlock(6) event-loop=deadlock(6)
// Two signals of an auto-reset event before anybody waits are one: the second task never goes on.
const bell = new AutoResetEvent();
async function ring() {
  bell.set();
}
async function hear() {
  await bell.wait();
}
await Promise.all([spawn("ring", ring), spawn("ring too", ring), spawn("hear", hear), spawn("hear too", hear)]);
