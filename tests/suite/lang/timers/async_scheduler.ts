class Scheduler {
  #jobs = [];
  #running = false;
  log = [];
  at(ms, name, f) {
    this.#jobs.push({ ms, name, f });
    this.#jobs.sort((a, b) => a.ms - b.ms);
    return this;
  }
  async run() {
    if (this.#running) throw new Error("running");
    this.#running = true;
    let now = 0;
    try {
      for (const { ms, name, f } of this.#jobs.splice(0)) {
        await new Promise((r) => setTimeout(r, ms - now));
        now = ms;
        this.log.push(name);
        try {
          await f?.(this);
        } catch (e) {
          this.log.push(`${name}!${e.message}`);
        }
      }
    } finally {
      this.#running = false;
    }
    return this.log;
  }
}
const s = new Scheduler()
  .at(30, "c")
  .at(10, "a", () => {
    throw new Error("boom");
  })
  .at(20, "b", async (me) => {
    await null;
    me.log.push("b2");
    await me.run().catch((e) => me.log.push(e.message));
  });
console.log(await s.run());
console.log(await s.run());
const ticks = [];
const every = (ms, n, f) =>
  new Promise((res) => {
    let i = 0;
    const t = setInterval(() => {
      f(i);
      if (++i === n) {
        clearInterval(t);
        res(i);
      }
    }, ms);
  });
console.log(
  await Promise.all([every(10, 3, (i) => ticks.push("x" + i)), every(16, 2, (i) => ticks.push("y" + i))]),
  ticks.join(" "),
);
const debounce = (f, ms) => {
  let t,
    waiting = [];
  return (...a) =>
    new Promise((r) => {
      waiting.push(r);
      clearTimeout(t);
      t = setTimeout(() => {
        const v = f(...a);
        waiting.splice(0).forEach((w) => w(v));
      }, ms);
    });
};
const d = debounce((x) => x * 10, 10);
console.log(await Promise.all([d(1), d(2), d(3)]));
const deadline = async (ms, f) => {
  let timer;
  const out = new Promise((_, j) => (timer = setTimeout(j, ms, new Error(`deadline ${ms}`))));
  try {
    return await Promise.race([f(), out]);
  } finally {
    clearTimeout(timer);
  }
};
console.log(
  await deadline(50, async () => "made it"),
  await deadline(5, () => new Promise(() => {})).catch((e) => e.message),
);
const order = [];
setTimeout(() => order.push(2), 2);
setTimeout(() => order.push(0), 0);
setTimeout(() => order.push(1), 1);
queueMicrotask(() => order.push("m"));
await new Promise((r) => setTimeout(r, 20));
console.log(order);
//= [ 'a', 'a!boom', 'b', 'b2', 'running', 'c' ]
//= [ 'a', 'a!boom', 'b', 'b2', 'running', 'c' ]
//= [ 3, 2 ] x0 y0 x1 x2 y1
//= [ 30, 30, 30 ]
//= made it deadline 5
//= [ 'm', 0, 1, 2 ]
