class Deque {
  #a = {};
  #h = 0;
  #t = 0;
  push(x) {
    this.#a[this.#t++] = x;
    return this;
  }
  unshift(x) {
    this.#a[--this.#h] = x;
    return this;
  }
  pop() {
    if (this.size) {
      const x = this.#a[--this.#t];
      delete this.#a[this.#t];
      return x;
    }
  }
  shift() {
    if (this.size) {
      const x = this.#a[this.#h];
      delete this.#a[this.#h++];
      return x;
    }
  }
  get size() {
    return this.#t - this.#h;
  }
  *[Symbol.iterator]() {
    for (let i = this.#h; i < this.#t; i++) yield this.#a[i];
  }
}
const d = new Deque().push(1).push(2).unshift(0);
console.log([...d], d.pop(), d.shift(), d.size, d.pop(), d.pop(), [...d]);
const q = [];
for (let i = 0; i < 1000; i++) q.push(i);
let sum = 0;
while (q.length > 500) sum += q.shift();
q.unshift(-1, -2);
console.log(sum, q.length, q[0], q[1], q[2], q.at(-1));
const bfs = (g, s) => {
  const seen = new Set([s]),
    out = [],
    queue = [s];
  while (queue.length) {
    const n = queue.shift();
    out.push(n);
    for (const m of g[n] ?? [])
      if (!seen.has(m)) {
        seen.add(m);
        queue.push(m);
      }
  }
  return out;
};
console.log(bfs({ a: ["b", "c"], b: ["d"], c: ["d", "e"], d: ["a"] }, "a"));
const dfs = (g, s, out = []) => {
  if (!out.includes(s)) {
    out.push(s);
    (g[s] ?? []).forEach((n) => dfs(g, n, out));
  }
  return out;
};
console.log(dfs({ a: ["b", "c"], b: ["d"], c: ["e"] }, "a"));
const balanced = (s) => {
  const st = [],
    pair = { ")": "(", "]": "[", "}": "{" };
  for (const c of s) {
    if ("([{".includes(c)) st.push(c);
    else if (c in pair && st.pop() !== pair[c]) return false;
  }
  return !st.length;
};
console.log(["([]{})", "([)]", "((", ""].map(balanced));
const rpn = (s) =>
  s
    .split(" ")
    .reduce((st, t) => {
      if (t in { "+": 1, "*": 1, "-": 1 }) {
        const b = st.pop(),
          a = st.pop();
        st.push(t === "+" ? a + b : t === "*" ? a * b : a - b);
      } else st.push(+t);
      return st;
    }, [])
    .pop();
console.log(rpn("3 4 + 2 * 7 -"));
const ring = (n) => {
  const xs = Array(n);
  let i = 0;
  return { add: (x) => ((xs[i++ % n] = x), xs.slice()), oldest: () => xs[i % n] };
};
const r = ring(3);
[1, 2, 3, 4].forEach(r.add);
console.log(r.add(5), r.oldest());
const undo = (() => {
  const past = [],
    future = [];
  let now = 0;
  return {
    set: (v) => {
      past.push(now);
      now = v;
      future.length = 0;
    },
    undo: () => past.length && (future.push(now), (now = past.pop())),
    redo: () => future.length && (past.push(now), (now = future.pop())),
    get now() {
      return now;
    },
  };
})();
undo.set(1);
undo.set(2);
undo.undo();
console.log(undo.now);
undo.redo();
console.log(undo.now);
undo.undo();
undo.set(9);
console.log(undo.redo(), undo.now);
//= [ 0, 1, 2 ] 2 0 1 1 undefined []
//= 124750 502 -1 -2 500 999
//= [ 'a', 'b', 'c', 'd', 'e' ]
//= [ 'a', 'b', 'd', 'c', 'e' ]
//= [ true, false, false, true ]
//= 7
//= [ 4, 5, 3 ] 3
//= 1
//= 2
//= 0 9
