class Heap {
  #xs = [];
  #less;
  constructor(less = (a, b) => a < b, xs = []) {
    this.#less = less;
    for (const x of xs) this.push(x);
  }
  get size() {
    return this.#xs.length;
  }
  push(x) {
    const a = this.#xs;
    let i = a.push(x) - 1;
    while (i > 0) {
      const p = (i - 1) >> 1;
      if (!this.#less(a[i], a[p])) break;
      [a[i], a[p]] = [a[p], a[i]];
      i = p;
    }
    return this;
  }
  pop() {
    const a = this.#xs;
    const top = a[0],
      last = a.pop();
    if (a.length) {
      a[0] = last;
      let i = 0;
      for (;;) {
        let m = i;
        for (const c of [2 * i + 1, 2 * i + 2]) if (c < a.length && this.#less(a[c], a[m])) m = c;
        if (m === i) break;
        [a[i], a[m]] = [a[m], a[i]];
        i = m;
      }
    }
    return top;
  }
  *[Symbol.iterator]() {
    while (this.size) yield this.pop();
  }
}
console.log(
  [...new Heap(undefined, [5, 3, 8, 1, 9, 2])],
  [
    ...new Heap(
      (a, b) => a.p > b.p,
      [
        { n: "lo", p: 1 },
        { n: "hi", p: 9 },
      ],
    ),
  ].map((x) => x.n),
  new Heap().pop(),
);
function dijkstra(g, s) {
  const dist = { [s]: 0 },
    h = new Heap((a, b) => a[0] < b[0], [[0, s]]),
    prev = {};
  for (const [d, u] of h) {
    if (d > dist[u]) continue;
    for (const [v, w] of Object.entries(g[u] ?? {})) {
      const nd = d + w;
      if (nd < (dist[v] ?? Infinity)) {
        dist[v] = nd;
        prev[v] = u;
        h.push([nd, v]);
      }
    }
  }
  return { dist, prev };
}
console.log(dijkstra({ a: { b: 7, c: 3 }, c: { b: 1, d: 8 }, b: { d: 2 } }, "a"));
//= [ 1, 2, 3, 5, 8, 9 ] [ 'hi', 'lo' ] undefined
//= { dist: { a: 0, b: 4, c: 3, d: 6 }, prev: { b: 'c', c: 'a', d: 'b' } }
