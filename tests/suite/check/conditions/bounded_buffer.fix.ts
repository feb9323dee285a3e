// lanes: model=threads
// check: threads=holds tasks=holds event-loop=holds
// The consumer looks again whenever it was woken.
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
  filled.notifyAll();
  m.unlock();
}
spawn("consumer 1", consume);
spawn("consumer 2", consume);
await spawn("producer", produce);
await spawn("producer", produce);
