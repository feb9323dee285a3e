// lanes: model=threads
// Each waiter has a turn of its own to wait for, as in Cargill's specific notification.
class Condition {
  waiting: Semaphore[] = [];
  async wait(mutex: Mutex) {
    const turn = new Semaphore(0);
    this.waiting.push(turn);
    mutex.unlock();
    await turn.acquire();
    await mutex.lock();
  }
  notifyOne() {
    this.waiting.shift()?.release();
  }
}
const mutex = new Mutex();
const filled = new Condition();
const emptied = new Condition();
let full = false;
async function produce() {
  for (let item = 0; item < 1; item++) {
    await mutex.lock();
    while (full) await emptied.wait(mutex);
    full = true;
    filled.notifyOne();
    mutex.unlock();
  }
}
async function consume() {
  for (let item = 0; item < 1; item++) {
    await mutex.lock();
    while (!full) await filled.wait(mutex);
    full = false;
    emptied.notifyOne();
    mutex.unlock();
  }
}
await Promise.all([spawn(produce), spawn(produce), spawn(consume), spawn(consume)]);
