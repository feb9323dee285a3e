// lanes: model=threads
// check: threads=deadlock(18) tasks=deadlock(11) event-loop=deadlock(13)
// It looks again, but only whoever came first is notified, once for both items.
const m = new Mutex();
const filled = new Condition(m);
const items: number[] = [];
async function consume() {
  await m.lock();
  while (items.length === 0) await filled.wait();
  const item = items.shift();
  m.unlock();
  if (item === undefined) throw new Error("nothing was there");
}
async function produce() {
  await m.lock();
  items.push(1);
  if (items.length === 2) filled.notifyOne();
  m.unlock();
}
spawn("consumer 1", consume);
spawn("consumer 2", consume);
await spawn("producer", produce);
await spawn("producer", produce);
