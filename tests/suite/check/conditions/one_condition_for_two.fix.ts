// check: threads=holds tasks=holds event-loop=holds
// A condition for each reason to wait.
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
  while (count === 1) await hasRoom.wait();
  count = count + 1;
  hasItem.notifyOne();
  m.unlock();
}
async function consume() {
  await m.lock();
  while (count === 0) await hasItem.wait();
  count = count - 1;
  hasRoom.notifyOne();
  m.unlock();
}
await Promise.all([spawn("C1", consume), spawn("C2", consume), spawn("P1", produce), spawn("P2", produce)]);
