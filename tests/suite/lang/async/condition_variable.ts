class Monitor {
  #locked = false;
  #q = [];
  async enter() {
    while (this.#locked) await new Promise((r) => this.#q.push(r));
    this.#locked = true;
  }
  leave() {
    this.#locked = false;
    this.#q.shift()?.();
  }
  condition() {
    const waiters = [];
    return {
      wait: async () => {
        const woken = new Promise((r) => waiters.push(r));
        this.leave();
        await woken;
        await this.enter();
      },
      signal: () => waiters.shift()?.(),
      broadcast: () => waiters.splice(0).forEach((w) => w()),
    };
  }
}
const m = new Monitor(),
  notEmpty = m.condition(),
  notFull = m.condition(),
  buffer = [],
  log = [];
const put = async (x) => {
  await m.enter();
  while (buffer.length >= 2) {
    log.push("full");
    await notFull.wait();
  }
  buffer.push(x);
  log.push("+" + x);
  notEmpty.signal();
  m.leave();
};
const take = async () => {
  await m.enter();
  while (!buffer.length) {
    log.push("empty");
    await notEmpty.wait();
  }
  const x = buffer.shift();
  log.push("-" + x);
  notFull.signal();
  m.leave();
  return x;
};
const [got] = await Promise.all([
  (async () => [await take(), await take(), await take(), await take()])(),
  (async () => {
    for (let i = 1; i <= 4; i++) await put(i);
  })(),
]);
console.log(got, buffer, log.join(" "));
//= [ 1, 2, 3, 4 ] [] empty +1 -1 +2 -2 +3 -3 +4 -4
