class Tree {
  constructor(v, l, r) {
    Object.assign(this, { v, l, r });
  }
  *[Symbol.iterator]() {
    if (this.l) yield* this.l;
    yield this.v;
    if (this.r) yield* this.r;
  }
  async *slow() {
    for (const v of this) {
      await null;
      yield v;
    }
  }
  static *range(n) {
    for (let i = 0; i < n; i++) yield i;
  }
  *#secret() {
    yield "s";
  }
  get secret() {
    return [...this.#secret()];
  }
}
const t = new Tree(2, new Tree(1), new Tree(4, new Tree(3)));
console.log(
  [...t],
  Math.max(...t),
  new Set(t),
  Array.from(t, (x) => x * x),
);
const out = [];
for await (const v of t.slow()) out.push(v);
console.log(out, [...Tree.range(3)], t.secret);
const [a, , b] = t;
console.log(a, b);
//= [ 1, 2, 3, 4 ] 4 Set(4) { 1, 2, 3, 4 } [ 1, 4, 9, 16 ]
//= [ 1, 2, 3, 4 ] [ 0, 1, 2 ] [ 's' ]
//= 1 3
