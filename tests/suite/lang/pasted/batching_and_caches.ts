class DataLoader {
  constructor(batchFn, { maxBatchSize = Infinity, cache = true } = {}) {
    this.batchFn = batchFn;
    this.max = maxBatchSize;
    this.cache = cache ? new Map() : null;
    this.queue = [];
  }
  load(key) {
    const cached = this.cache?.get(key);
    if (cached) return cached;
    const p = new Promise((resolve, reject) => {
      if (this.queue.push({ key, resolve, reject }) === 1) queueMicrotask(() => this.#flush());
    });
    this.cache?.set(key, p);
    return p;
  }
  loadMany(keys) {
    return Promise.all(keys.map((k) => this.load(k).catch((e) => e)));
  }
  async #flush() {
    const queue = this.queue.splice(0);
    for (let i = 0; i < queue.length; i += this.max) {
      const batch = queue.slice(i, i + this.max);
      try {
        const values = await this.batchFn(batch.map((b) => b.key));
        if (values.length !== batch.length) throw new RangeError("length mismatch");
        batch.forEach(({ resolve, reject }, j) =>
          values[j] instanceof Error ? reject(values[j]) : resolve(values[j]),
        );
      } catch (e) {
        batch.forEach((b) => b.reject(e));
      }
    }
  }
}
const calls = [];
const users = new DataLoader(
  async (ids) => {
    calls.push(ids);
    return ids.map((id) => (id > 3 ? new Error(`no user ${id}`) : { id, name: `u${id}` }));
  },
  { maxBatchSize: 2 },
);
console.log(await Promise.all([users.load(1), users.load(2), users.load(1), users.load(3)]));
console.log(calls, (await users.loadMany([2, 9])).map(String));
console.log(users.load(1) === users.load(1), users.cache.size);
class TTLCache {
  constructor(ttl, max = 100) {
    this.ttl = ttl;
    this.max = max;
    this.m = new Map();
  }
  set(k, v) {
    if (this.m.size >= this.max) {
      const [oldest] = this.m.keys();
      this.m.delete(oldest);
    }
    clearTimeout(this.m.get(k)?.timer);
    const timer = setTimeout(() => this.m.delete(k), this.ttl);
    timer.unref?.();
    this.m.set(k, { v, timer, at: Date.now() });
    return this;
  }
  get(k) {
    return this.m.get(k)?.v;
  }
  get size() {
    return this.m.size;
  }
}
const c = new TTLCache(10, 2).set("a", 1).set("b", 2).set("c", 3);
console.log(c.get("a"), c.get("b"), c.size);
await new Promise((r) => setTimeout(r, 15));
console.log(c.get("b"), c.size);
const inflight = new Map();
const dedupe = (key, fn) => {
  if (inflight.has(key)) return inflight.get(key);
  const p = fn().finally(() => inflight.delete(key));
  inflight.set(key, p);
  return p;
};
let hits = 0;
const get = () =>
  dedupe("k", async () => {
    hits++;
    await null;
    return hits;
  });
console.log(await Promise.all([get(), get(), get()]), hits, await get(), hits, inflight.size);
const once = (fn) => {
  let called = false,
    r;
  return (...a) => (called ? r : ((called = true), (r = fn(...a))));
};
const init = once(() => {
  console.log("init");
  return { ready: true };
});
console.log(init() === init(), init());
const poll = async (fn, { interval = 1, max = 5 } = {}) => {
  for (let i = 1; i <= max; i++) {
    const r = await fn(i);
    if (r) return { r, i };
    await new Promise((res) => setTimeout(res, interval));
  }
  throw new Error("poll timeout");
};
console.log(await poll((i) => i === 3 && "yes"), await poll(() => false, { max: 2 }).catch((e) => e.message));
//= [
//=   { id: 1, name: 'u1' },
//=   { id: 2, name: 'u2' },
//=   { id: 1, name: 'u1' },
//=   { id: 3, name: 'u3' }
//= ]
//= [ [ 1, 2 ], [ 3 ], [ 9 ] ] [ '[object Object]', 'Error: no user 9' ]
//= true 4
//= undefined 2 2
//= undefined 0
//= [ 1, 1, 1 ] 1 2 2 0
//= init
//= true { ready: true }
//= { r: 'yes', i: 3 } poll timeout
