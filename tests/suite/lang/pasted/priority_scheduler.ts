class Heap {
  #items = [];
  #cmp;
  constructor(cmp = (a, b) => a - b) {
    this.#cmp = cmp;
  }
  get size() {
    return this.#items.length;
  }
  push(...xs) {
    for (const x of xs) {
      this.#items.push(x);
      this.#up(this.size - 1);
    }
    return this;
  }
  pop() {
    if (!this.size) return;
    const top = this.#items[0],
      last = this.#items.pop();
    if (this.size) {
      this.#items[0] = last;
      this.#down(0);
    }
    return top;
  }
  #up(i) {
    while (i > 0) {
      const p = (i - 1) >> 1;
      if (this.#cmp(this.#items[i], this.#items[p]) >= 0) break;
      [this.#items[i], this.#items[p]] = [this.#items[p], this.#items[i]];
      i = p;
    }
  }
  #down(i) {
    for (;;) {
      let m = i;
      const l = 2 * i + 1,
        r = l + 1;
      if (l < this.size && this.#cmp(this.#items[l], this.#items[m]) < 0) m = l;
      if (r < this.size && this.#cmp(this.#items[r], this.#items[m]) < 0) m = r;
      if (m === i) return;
      [this.#items[m], this.#items[i]] = [this.#items[i], this.#items[m]];
      i = m;
    }
  }
  static #count = 0;
  static make() {
    Heap.#count++;
    return new Heap();
  }
  static get made() {
    return this.#count;
  }
  static isHeap(o) {
    return #items in o;
  }
}
const h = Heap.make().push(5, 3, 8, 1, 9, 2);
const out = [];
while (h.size) out.push(h.pop());
console.log(out, Heap.made, Heap.isHeap(h), Heap.isHeap({}), h);
class Scheduler {
  constructor({ concurrency = 2 } = {}) {
    this.heap = new Heap((a, b) => b.priority - a.priority || a.seq - b.seq);
    this.running = 0;
    this.seq = 0;
    this.concurrency = concurrency;
    this.log = [];
  }
  schedule(name, fn, priority = 0) {
    return new Promise((resolve, reject) => {
      this.heap.push({ name, fn, priority, seq: this.seq++, resolve, reject });
      this.#drain();
    });
  }
  #drain() {
    while (this.running < this.concurrency && this.heap.size) {
      const { name, fn, resolve, reject } = this.heap.pop();
      this.running++;
      this.log.push(`start ${name}`);
      Promise.resolve()
        .then(fn)
        .then(resolve, reject)
        .finally(() => {
          this.running--;
          this.log.push(`end ${name}`);
          this.#drain();
        });
    }
  }
}
const s = new Scheduler();
const sleep = (ms, v) => new Promise((r) => setTimeout(r, ms, v));
const results = await Promise.allSettled(
  ["low", "mid", "high", "urgent"].map((n, i) =>
    s.schedule(
      n,
      async () => {
        await sleep(80 - 20 * i);
        if (n === "mid") throw new TypeError(n);
        return n.length;
      },
      i,
    ),
  ),
);
console.log(s.log.join("\n"));
console.log(results.map((r) => (r.status === "fulfilled" ? r.value : `${r.reason}`)));
console.log(s);
//= [ 1, 2, 3, 5, 8, 9 ] 1 true false Heap {}
//= start low
//= start mid
//= end mid
//= start urgent
//= end low
//= start high
//= end urgent
//= end high
//= [ 3, 'TypeError: mid', 4, 6 ]
//= Scheduler {
//=   heap: Heap {},
//=   running: 0,
//=   seq: 4,
//=   concurrency: 2,
//=   log: [
//=     'start low',
//=     'start mid',
//=     'end mid',
//=     'start urgent',
//=     'end low',
//=     'start high',
//=     'end urgent',
//=     'end high'
//=   ]
//= }
