class Sem {
  #n;
  #q = [];
  constructor(n) {
    this.#n = n;
  }
  async acquire() {
    if (this.#n > 0) {
      this.#n--;
      return;
    }
    await new Promise((r) => this.#q.push(r));
  }
  release() {
    const next = this.#q.shift();
    next ? next() : this.#n++;
  }
  async use(f) {
    await this.acquire();
    try {
      return await f();
    } finally {
      this.release();
    }
  }
}
const s = new Sem(2);
let active = 0,
  peak = 0;
const log = [];
await Promise.all(
  "abcde".split("").map((name, i) =>
    s.use(async () => {
      peak = Math.max(peak, ++active);
      log.push(name);
      await new Promise((r) => setTimeout(r, 10 + i));
      active--;
    }),
  ),
);
console.log(peak, active, log.join(""));
await s
  .use(() => {
    throw new Error("freed");
  })
  .catch((e) => console.log(e.message));
await Promise.all([s.acquire(), s.acquire()]);
let got = false;
const third = s.acquire().then(() => (got = true));
await null;
await null;
console.log(got);
s.release();
await third;
console.log(got);
class Barrier {
  #n;
  #waiting = [];
  constructor(n) {
    this.#n = n;
  }
  wait() {
    return new Promise((r) => {
      this.#waiting.push(r);
      if (this.#waiting.length === this.#n) this.#waiting.splice(0).forEach((f, i) => f(i));
    });
  }
}
const b = new Barrier(3);
const order = [];
await Promise.all(
  [3, 1, 2].map(async (n) => {
    await new Promise((r) => setTimeout(r, n * 8));
    order.push("arrive" + n);
    order.push((await b.wait()) + ":" + n);
  }),
);
console.log(order.join(" "));
class Latch {
  constructor(n) {
    this.n = n;
    this.open = new Promise((r) => (this.go = r));
  }
  down() {
    if (--this.n === 0) this.go("open");
  }
}
const latch = new Latch(2);
setTimeout(() => latch.down(), 1);
setTimeout(() => latch.down(), 5);
console.log(await latch.open, latch.n);
//= 2 0 abcde
//= freed
//= false
//= true
//= arrive1 arrive2 arrive3 0:1 1:2 2:3
//= open 0
