class Mutex {
  #tail = Promise.resolve();
  #locked = false;
  async lock() {
    let release;
    const next = new Promise((r) => (release = r));
    const wait = this.#tail;
    this.#tail = this.#tail.then(() => next);
    await wait;
    this.#locked = true;
    return () => {
      this.#locked = false;
      release();
    };
  }
  async run(f) {
    const unlock = await this.lock();
    try {
      return await f();
    } finally {
      unlock();
    }
  }
  get locked() {
    return this.#locked;
  }
}
const m = new Mutex();
let balance = 100;
const withdraw = (n) =>
  m.run(async () => {
    const seen = balance;
    await null;
    if (seen < n) throw new Error(`only ${seen}`);
    balance = seen - n;
    return balance;
  });
console.log(
  (await Promise.allSettled([withdraw(60), withdraw(60), withdraw(30)])).map((r) => r.value ?? r.reason.message),
  balance,
  m.locked,
);
let unsafe = 100;
const bad = async (n) => {
  const seen = unsafe;
  await null;
  unsafe = seen - n;
};
await Promise.all([bad(60), bad(30)]);
console.log(unsafe);
const order = [];
await Promise.all(
  [1, 2, 3].map(async (i) => {
    const unlock = await m.lock();
    order.push("in" + i);
    await new Promise((r) => setTimeout(r, 4 - i));
    order.push("out" + i);
    unlock();
  }),
);
console.log(order.join(" "));
//= [ 40, 'only 40', 10 ] 10 false
//= 70
//= in1 out1 in2 out2 in3 out3
