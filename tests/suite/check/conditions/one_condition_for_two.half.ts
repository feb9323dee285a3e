// check: threads=assertion(30) tasks=assertion(10) event-loop=holds
// Two conditions, but who is woken does not look again: somebody else was quicker.
class Condition {
  private readonly line: Semaphore[] = [];
  constructor(private readonly mutex: Mutex) {}
  async wait() {
    const place = new Semaphore(0);
    this.line.push(place);
    this.mutex.unlock();
    await place.acquire();
    await this.mutex.lock();
  }
  notifyOne() {
    this.line.shift()?.release();
  }
}
const m = new Mutex();
const hasRoom = new Condition(m);
const hasItem = new Condition(m);
let count = 0; // at most one
async function produce() {
  await m.lock();
  if (count === 1) await hasRoom.wait();
  count = count + 1;
  assert(count === 1, "more than fits");
  hasItem.notifyOne();
  m.unlock();
}
async function consume() {
  await m.lock();
  if (count === 0) await hasItem.wait();
  count = count - 1;
  assert(count === 0, "less than nothing");
  hasRoom.notifyOne();
  m.unlock();
}
await Promise.all([spawn("C1", consume), spawn("C2", consume), spawn("P1", produce), spawn("P2", produce)]);
