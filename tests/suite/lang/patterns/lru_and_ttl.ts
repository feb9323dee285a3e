class Cache {
  #m = new Map();
  constructor({ max = Infinity, ttl = Infinity, now = () => 0 } = {}) {
    Object.assign(this, { max, ttl, now });
  }
  get(k) {
    const e = this.#m.get(k);
    if (!e) return undefined;
    if (e.until <= this.now()) {
      this.#m.delete(k);
      return undefined;
    }
    this.#m.delete(k);
    this.#m.set(k, e);
    return e.v;
  }
  set(k, v) {
    this.#m.delete(k);
    this.#m.set(k, { v, until: this.now() + this.ttl });
    while (this.#m.size > this.max) this.#m.delete(this.#m.keys().next().value);
    return this;
  }
  get size() {
    return this.#m.size;
  }
  *[Symbol.iterator]() {
    for (const [k, { v }] of this.#m) yield [k, v];
  }
}
let t = 0;
const c = new Cache({ max: 2, ttl: 10, now: () => t });
c.set("a", 1).set("b", 2);
c.get("a");
c.set("c", 3);
console.log([...c], c.get("b"), c.size);
t = 9;
console.log(c.get("a"));
t = 10;
console.log(c.get("a"), c.get("c"), c.size);
//= [ [ 'a', 1 ], [ 'c', 3 ] ] undefined 2
//= 1
//= undefined undefined 0
