// p-queue / p-limit / async.queue styles
class YQueue {
  #head;
  #tail;
  #size;
  constructor() {
    this.clear();
  }
  enqueue(value) {
    const node = { value, next: undefined };
    if (this.#head) {
      this.#tail.next = node;
      this.#tail = node;
    } else {
      this.#head = node;
      this.#tail = node;
    }
    this.#size++;
  }
  dequeue() {
    const current = this.#head;
    if (!current) {
      return;
    }
    this.#head = this.#head.next;
    this.#size--;
    return current.value;
  }
  clear() {
    this.#head = undefined;
    this.#tail = undefined;
    this.#size = 0;
  }
  get size() {
    return this.#size;
  }
  *[Symbol.iterator]() {
    let current = this.#head;
    while (current) {
      yield current.value;
      current = current.next;
    }
  }
}
function pLimit(concurrency) {
  if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
    throw new TypeError("Expected `concurrency` to be a number from 1 and up");
  }
  const queue = new YQueue();
  let activeCount = 0;
  const next = () => {
    activeCount--;
    if (queue.size > 0) {
      queue.dequeue()();
    }
  };
  const run = async (function_, resolve, arguments_) => {
    activeCount++;
    const result = (async () => function_(...arguments_))();
    resolve(result);
    try {
      await result;
    } catch {}
    next();
  };
  const enqueue = (function_, resolve, arguments_) => {
    queue.enqueue(run.bind(undefined, function_, resolve, arguments_));
    (async () => {
      await Promise.resolve();
      if (activeCount < concurrency && queue.size > 0) {
        queue.dequeue()();
      }
    })();
  };
  const generator = (function_, ...arguments_) =>
    new Promise((resolve) => {
      enqueue(function_, resolve, arguments_);
    });
  Object.defineProperties(generator, {
    activeCount: { get: () => activeCount },
    pendingCount: { get: () => queue.size },
    clearQueue: {
      value() {
        queue.clear();
      },
    },
  });
  return generator;
}
const limit = pLimit(2),
  delay = (ms, v) => new Promise((r) => setTimeout(r, ms, v));
const seen = [];
const jobs = [4, 2, 3, 2].map((ms, i) =>
  limit(
    async (x, y) => {
      seen.push(`start${i}(${limit.activeCount},${limit.pendingCount})`);
      await delay(30 * ms);
      seen.push(`end${i}`);
      if (i === 2) throw new RangeError("job 2");
      return x + y;
    },
    i,
    10,
  ),
);
console.log(
  (await Promise.allSettled(jobs)).map((r) => r.value ?? r.reason.message),
  seen,
  limit,
);
try {
  pLimit(0);
} catch (e) {
  console.log(`${e}`);
}
class PQueue {
  #q = [];
  #running = 0;
  #paused = false;
  #idle = [];
  #listeners = {};
  constructor({ concurrency = 1, autoStart = true, timeout } = {}) {
    this.concurrency = concurrency;
    this.#paused = !autoStart;
    this.timeout = timeout;
  }
  on(e, f) {
    (this.#listeners[e] ??= []).push(f);
    return this;
  }
  #emit(e, ...a) {
    this.#listeners[e]?.forEach((f) => f(...a));
  }
  add(fn, { priority = 0 } = {}) {
    return new Promise((resolve, reject) => {
      const item = {
        priority,
        run: async () => {
          this.#running++;
          try {
            const work = Promise.resolve(fn());
            const r = this.timeout
              ? await Promise.race([
                  work,
                  delay(this.timeout).then(() => {
                    throw new Error("Promise timed out after " + this.timeout + " milliseconds");
                  }),
                ])
              : await work;
            resolve(r);
            this.#emit("completed", r);
          } catch (e) {
            reject(e);
            this.#emit("error", e);
          } finally {
            this.#running--;
            this.#next();
          }
        },
      };
      let lo = 0,
        hi = this.#q.length;
      while (lo < hi) {
        const mid = (lo + hi) >>> 1;
        this.#q[mid].priority >= priority ? (lo = mid + 1) : (hi = mid);
      }
      this.#q.splice(lo, 0, item);
      this.#next();
    });
  }
  addAll(fns, o) {
    return Promise.all(fns.map((f) => this.add(f, o)));
  }
  #next() {
    if (this.#paused) return;
    while (this.#running < this.concurrency && this.#q.length) this.#q.shift().run();
    if (!this.#running && !this.#q.length) {
      this.#emit("idle");
      this.#idle.splice(0).forEach((r) => r());
    }
  }
  start() {
    this.#paused = false;
    this.#next();
    return this;
  }
  pause() {
    this.#paused = true;
  }
  onIdle() {
    return !this.#running && !this.#q.length ? Promise.resolve() : new Promise((r) => this.#idle.push(r));
  }
  get size() {
    return this.#q.length;
  }
  get pending() {
    return this.#running;
  }
}
const q = new PQueue({ concurrency: 2, autoStart: false, timeout: 300 });
const out = [];
q.on("completed", (r) => out.push(`ok ${r}`))
  .on("error", (e) => out.push(`err ${e.message}`))
  .on("idle", () => out.push("idle"));
for (const [n, p, ms] of [
  ["low", 0, 3],
  ["high", 10, 2],
  ["mid", 5, 4],
  ["slow", 5, 50],
  ["low2", 0, 1],
])
  q.add(() => delay(30 * ms, n), { priority: p }).catch(() => {});
console.log(q.size, q.pending);
q.start();
console.log(q.size, q.pending);
await q.onIdle();
console.log(out, await q.addAll([() => 1, async () => 2]));
function asyncQueue(worker, concurrency = 1) {
  const tasks = [];
  let workers = 0;
  const q = {
    drain: null,
    push(data, cb) {
      tasks.push({ data, cb });
      process();
    },
    length: () => tasks.length,
    running: () => workers,
  };
  function process() {
    while (workers < concurrency && tasks.length) {
      const { data, cb } = tasks.shift();
      workers++;
      worker(data, (err, res) => {
        workers--;
        cb?.(err, res);
        if (!tasks.length && !workers) q.drain?.();
        process();
      });
    }
  }
  return q;
}
await new Promise((res) => {
  const aq = asyncQueue((n, cb) => setTimeout(() => (n % 3 ? cb(null, n * n) : cb(new Error(`bad ${n}`))), 40 * n + (n === 2 ? 20 : 0)), 2);
  aq.drain = res;
  for (let i = 5; i > 0; i--) aq.push(i, (e, r) => console.log(e ? e.message : r));
  console.log(aq.length(), aq.running());
});
const promisify =
  (f) =>
  (...a) =>
    new Promise((res, rej) => f(...a, (e, v) => (e ? rej(e) : res(v))));
console.log(
  await promisify((a, b, cb) => setTimeout(cb, 1, null, a + b))(1, 2),
  await promisify((cb) => cb(new Error("cb err")))().catch((e) => e.message),
);
const waterfall = (fns) => fns.reduce((p, f) => p.then(f), Promise.resolve());
console.log(await waterfall([() => 1, (x) => x + 1, async (x) => x * 10]));
const barrier = (n) => {
  let count = 0,
    release;
  const gate = new Promise((r) => (release = r));
  return async () => {
    if (++count === n) release();
    await gate;
    return count;
  };
};
const b = barrier(3);
console.log(await Promise.all([b(), delay(2).then(b), b()]));
class RWLock {
  #r = 0;
  #w = false;
  #q = [];
  async read(f) {
    await this.#acq("r");
    try {
      return await f();
    } finally {
      this.#r--;
      this.#pump();
    }
  }
  async write(f) {
    await this.#acq("w");
    try {
      return await f();
    } finally {
      this.#w = false;
      this.#pump();
    }
  }
  #acq(k) {
    return new Promise((res) => {
      this.#q.push({ k, res });
      this.#pump();
    });
  }
  #pump() {
    while (this.#q.length) {
      const { k, res } = this.#q[0];
      if (k === "r" ? this.#w : this.#w || this.#r) return;
      this.#q.shift();
      k === "r" ? this.#r++ : (this.#w = true);
      res();
      if (k === "w") return;
    }
  }
}
const rw = new RWLock();
const tr = [];
await Promise.all([
  rw.read(async () => {
    tr.push("r1+");
    await delay(30);
    tr.push("r1-");
  }),
  rw.read(async () => {
    tr.push("r2+");
    await delay(10);
    tr.push("r2-");
  }),
  rw.write(async () => {
    tr.push("w+");
    await delay(10);
    tr.push("w-");
  }),
  rw.read(async () => {
    tr.push("r3");
  }),
]);
console.log(tr.join());
//= [ 10, 11, 'job 2', 13 ] [
//=   'start0(1,3)',
//=   'start1(2,2)',
//=   'end1',
//=   'start2(2,1)',
//=   'end0',
//=   'start3(2,0)',
//=   'end2',
//=   'end3'
//= ] [Function: generator]
//= TypeError: Expected `concurrency` to be a number from 1 and up
//= 5 0
//= 3 2
//= [
//=   'ok high',
//=   'ok mid',
//=   'ok low',
//=   'ok low2',
//=   'err Promise timed out after 300 milliseconds',
//=   'idle',
//=   'ok 1',
//=   'ok 2',
//=   'idle'
//= ] [ 1, 2 ]
//= 3 2
//= 16
//= 25
//= bad 3
//= 4
//= 1
//= 3 cb err
//= 20
//= [ 3, 3, 3 ]
//= r1+,r2+,r2-,r1-,w+,w-,r3
