class Semaphore {
  constructor(n) {
    this.n = n;
    this.q = [];
  }
  async acquire() {
    if (this.n > 0) {
      this.n--;
      return;
    }
    await new Promise((r) => this.q.push(r));
  }
  release() {
    const next = this.q.shift();
    next ? next() : this.n++;
  }
  async use(fn) {
    await this.acquire();
    try {
      return await fn();
    } finally {
      this.release();
    }
  }
}
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const sem = new Semaphore(2);
let active = 0,
  max = 0;
const res = await Promise.all(
  [...Array(6).keys()].map((i) =>
    sem.use(async () => {
      max = Math.max(max, ++active);
      await sleep((i % 3) * 5);
      active--;
      return i * i;
    }),
  ),
);
console.log(res, max, sem);
async function pMap(iterable, mapper, { concurrency = Infinity } = {}) {
  const results = [];
  const it = iterable[Symbol.iterator]();
  let index = 0;
  const worker = async () => {
    for (let r; !(r = it.next()).done;) {
      const i = index++;
      results[i] = await mapper(r.value, i);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, 10) }, worker));
  return results;
}
console.log(
  await pMap(
    "hello",
    async (c, i) => {
      await sleep(5 - i);
      return c.toUpperCase() + i;
    },
    { concurrency: 2 },
  ),
);
class Mutex {
  #p = Promise.resolve();
  lock() {
    let unlock;
    const next = new Promise((r) => (unlock = r));
    const p = this.#p.then(() => unlock);
    this.#p = this.#p.then(() => next);
    return p;
  }
  async run(f) {
    const u = await this.lock();
    try {
      return await f();
    } finally {
      u();
    }
  }
}
const mx = new Mutex();
let balance = 100;
await Promise.all(
  [30, 50, 40].map((amt) =>
    mx.run(async () => {
      const b = balance;
      await sleep(1);
      if (b >= amt) balance = b - amt;
      else console.log("insufficient", amt, b);
    }),
  ),
);
console.log(balance, mx);
class RateLimiter {
  constructor(max, per) {
    Object.assign(this, { max, per, stamps: [] });
  }
  async wait() {
    for (;;) {
      const now = Date.now();
      this.stamps = this.stamps.filter((t) => now - t < this.per);
      if (this.stamps.length < this.max) {
        this.stamps.push(now);
        return;
      }
      await sleep(this.per - (now - this.stamps[0]));
    }
  }
}
const rl = new RateLimiter(2, 50);
const t0 = Date.now();
const times = [];
for (let i = 0; i < 5; i++) {
  await rl.wait();
  times.push(Math.floor((Date.now() - t0) / 50));
}
console.log(times);
const debounce = (fn, ms) => {
  let t;
  return function (...a) {
    clearTimeout(t);
    t = setTimeout(() => fn.apply(this, a), ms);
  };
};
const obj = {
  n: 0,
  hit: debounce(function (x) {
    this.n += x;
    console.log("hit", this.n);
  }, 10),
};
obj.hit(1);
obj.hit(2);
await sleep(20);
console.log(obj);
const throttle = (fn, ms) => {
  let last = -Infinity;
  return (...a) => {
    const now = Date.now();
    if (now - last >= ms) {
      last = now;
      return fn(...a);
    }
  };
};
const th = throttle((x) => x * 2, 100);
console.log(th(1), th(2));
console.log(
  setTimeout.name,
  typeof setInterval,
  typeof clearTimeout,
  await Promise.any([sleep(5).then(() => Promise.reject(1)), sleep(8).then(() => "any")]),
);
//= [ 0, 1, 4, 9, 16, 25 ] 2 Semaphore { n: 2, q: [] }
//= [ 'H0', 'E1', 'L2', 'L3', 'O4' ]
//= insufficient 40 20
//= 20 Mutex {}
//= [ 0, 0, 1, 1, 2 ]
//= hit 2
//= { n: 2, hit: [Function (anonymous)] }
//= 2 undefined
//= setTimeout function function any
