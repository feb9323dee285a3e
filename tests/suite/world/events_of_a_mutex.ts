// lanes: model=tasks
//- events
const m = new Mutex();
spawn("A", async () => {
  await m.lock();
  await sleep(5);
  m.unlock();
});
spawn("B", async () => {
  await m.lock();
  m.unlock();
});
