class Node {
  constructor(value, next = null) {
    this.value = value;
    this.next = next;
  }
}
class LinkedList {
  #head = null;
  #size = 0;
  static from(it) {
    const l = new this();
    for (const x of it) l.push(x);
    return l;
  }
  push(v) {
    const n = new Node(v);
    if (!this.#head) this.#head = n;
    else {
      let c = this.#head;
      while (c.next) c = c.next;
      c.next = n;
    }
    this.#size++;
    return this;
  }
  reverse() {
    let p = null,
      c = this.#head;
    while (c) [c.next, p, c] = [p, c, c.next];
    this.#head = p;
    return this;
  }
  *[Symbol.iterator]() {
    for (let c = this.#head; c; c = c.next) yield c.value;
  }
  get length() {
    return this.#size;
  }
  get head() {
    return this.#head;
  }
  toString() {
    return [...this].join(" -> ");
  }
  [Symbol.toPrimitive](h) {
    return h === "number" ? this.#size : this.toString();
  }
}
const l = LinkedList.from([1, 2, 3, 4]);
console.log(`${l}`, +l, l + "!", l.reverse() + "", l, l.head, l.length, Math.max(...l), [...l].entries().next().value);
class BST {
  constructor(cmp = (a, b) => (a < b ? -1 : a > b ? 1 : 0)) {
    this.root = undefined;
    this.cmp = cmp;
  }
  insert(...vs) {
    for (const v of vs) {
      let slot = this,
        k = "root";
      while (slot[k]) {
        const c = this.cmp(v, slot[k].v);
        if (c === 0) {
          slot = null;
          break;
        }
        [slot, k] = [slot[k], c < 0 ? "l" : "r"];
      }
      if (slot) slot[k] = { v, l: undefined, r: undefined };
    }
    return this;
  }
  *walk(n = this.root) {
    if (!n) return;
    yield* this.walk(n.l);
    yield n.v;
    yield* this.walk(n.r);
  }
  depth(n = this.root) {
    return n ? 1 + Math.max(this.depth(n.l), this.depth(n.r)) : 0;
  }
  has(v) {
    let n = this.root;
    while (n) {
      const c = this.cmp(v, n.v);
      if (!c) return true;
      n = c < 0 ? n.l : n.r;
    }
    return false;
  }
}
const t = new BST().insert(5, 2, 8, 1, 9, 3, 5);
console.log([...t.walk()], t.depth(), t.has(8), t.has(7), t);
console.log(JSON.stringify(t.root));
const ts = new BST((a, b) => a.localeCompare(b)).insert(..."the quick brown fox".split(" "));
console.log([...ts.walk()]);
class Trie {
  #root = {};
  add(w) {
    let n = this.#root;
    for (const c of w) n = n[c] ??= {};
    n.$ = w;
    return this;
  }
  *find(p) {
    let n = this.#root;
    for (const c of p) if (!(n = n[c])) return;
    const st = [n];
    while (st.length) {
      const x = st.pop();
      if (x.$) yield x.$;
      for (const k of Object.keys(x).sort().reverse()) if (k !== "$") st.push(x[k]);
    }
  }
}
const tr = new Trie();
"car card care cat dog do".split(" ").forEach((w) => tr.add(w));
console.log([...tr.find("car")], [...tr.find("d")], [...tr.find("z")]);
class Matrix {
  constructor(rows) {
    this.rows = rows;
  }
  static identity(n) {
    return new Matrix(Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => +(i === j))));
  }
  mul(o) {
    return new Matrix(this.rows.map((r) => o.rows[0].map((_, j) => r.reduce((s, x, k) => s + x * o.rows[k][j], 0))));
  }
  pow(n) {
    let r = Matrix.identity(this.rows.length),
      b = this;
    for (; n; n >>= 1, b = b.mul(b)) if (n & 1) r = r.mul(b);
    return r;
  }
  get T() {
    return new Matrix(this.rows[0].map((_, j) => this.rows.map((r) => r[j])));
  }
}
console.log(
  new Matrix([
    [1, 1],
    [1, 0],
  ]).pow(30).rows,
  new Matrix([
    [1, 2, 3],
    [4, 5, 6],
  ]).T,
  Matrix.identity(7),
);
console.log(
  [
    [1.5, 2.25],
    [10, 20],
  ],
  [
    ["a", "bb"],
    ["ccc", "d"],
  ],
  Array.from({ length: 8 }, (_, i) => "x".repeat(i)),
  Array.from({ length: 30 }, (_, i) => i * 1000),
  Array.from({ length: 10 }, (_, i) => ({ i })),
  Array.from({ length: 3 }, () => Array(3).fill(0)),
);
const life = (cells) => {
  const n = new Map();
  for (const c of cells) {
    const [x, y] = c.split(",").map(Number);
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        if (dx || dy) {
          const k = `${x + dx},${y + dy}`;
          n.set(k, (n.get(k) ?? 0) + 1);
        }
  }
  return new Set([...n].filter(([k, c]) => c === 3 || (c === 2 && cells.has(k))).map(([k]) => k));
};
let gl = new Set(["1,0", "2,1", "0,2", "1,2", "2,2"]);
for (let i = 0; i < 4; i++) gl = life(gl);
console.log([...gl].sort(), gl);
const union = Object.assign(
  (n) => {
    const p = Array.from({ length: n }, (_, i) => i);
    const find = (x) => (p[x] === x ? x : (p[x] = find(p[x])));
    return {
      join: (a, b) => {
        p[find(a)] = find(b);
      },
      same: (a, b) => find(a) === find(b),
      p,
    };
  },
  { version: "1.0" },
);
const u = union(5);
u.join(0, 1);
u.join(3, 4);
u.join(1, 4);
console.log(u.same(0, 3), u.same(2, 3), u, union);
const deepEq = (a, b) =>
  Object.is(a, b) ||
  (typeof a === "object" &&
    typeof b === "object" &&
    a &&
    b &&
    Object.getPrototypeOf(a) === Object.getPrototypeOf(b) &&
    Reflect.ownKeys(a).length === Reflect.ownKeys(b).length &&
    Reflect.ownKeys(a).every((k) => deepEq(a[k], b[k])));
console.log(
  deepEq({ a: [1, { b: NaN }] }, { a: [1, { b: NaN }] }),
  deepEq([1], { 0: 1 }),
  deepEq(null, {}),
  deepEq({ a: undefined }, {}),
);
class Ring {
  #b;
  #h = 0;
  #n = 0;
  constructor(c) {
    this.#b = new Array(c);
  }
  push(x) {
    this.#b[(this.#h + this.#n) % this.#b.length] = x;
    this.#n < this.#b.length ? this.#n++ : (this.#h = (this.#h + 1) % this.#b.length);
  }
  *[Symbol.iterator]() {
    for (let i = 0; i < this.#n; i++) yield this.#b[(this.#h + i) % this.#b.length];
  }
  at(i) {
    return [...this].at(i);
  }
}
const r = new Ring(3);
for (let i = 0; i < 5; i++) r.push(i);
console.log([...r], r.at(-1), r);
//= 1 -> 2 -> 3 -> 4 4 1 -> 2 -> 3 -> 4! 4 -> 3 -> 2 -> 1 LinkedList {} Node {
//=   value: 4,
//=   next: Node { value: 3, next: Node { value: 2, next: [Node] } }
//= } 4 4 [ 0, 4 ]
//! RangeError: Maximum call stack size exceeded
