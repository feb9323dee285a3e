// check: threads=deadlock(47) tasks=deadlock(15) event-loop=deadlock(15)
// A bounded buffer with one condition for producers and consumers, which wakes one: it may be one of the wrong kind.
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
const changed = new Condition(m);
let count = 0; // at most one
async function produce() {
  await m.lock();
  while (count === 1) await changed.wait();
  count = count + 1;
  changed.notifyOne();
  m.unlock();
}
async function consume() {
  await m.lock();
  while (count === 0) await changed.wait();
  count = count - 1;
  changed.notifyOne();
  m.unlock();
}
await Promise.all([spawn("C1", consume), spawn("C2", consume), spawn("P1", produce), spawn("P2", produce)]);
