// lanes: model=threads
// check: threads=exception(21) tasks=exception(13) event-loop=exception(15)
// A buffer with one place and real conditions, but the consumer looks only once: a task that came first took the item.
const m = new Mutex();
const filled = new Condition(m);
const items: number[] = [];
async function consume() {
  await m.lock();
  if (items.length === 0) await filled.wait();
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
