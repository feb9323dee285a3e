class T {
  constructor(v, ...kids) {
    this.v = v;
    this.kids = kids;
  }
  *pre() {
    yield this.v;
    for (const k of this.kids) yield* k.pre();
  }
  *post() {
    for (const k of this.kids) yield* k.post();
    yield this.v;
  }
  *level() {
    const q = [this];
    while (q.length) {
      const { v, kids } = q.shift();
      yield v;
      q.push(...kids);
    }
  }
  *paths(p = []) {
    const here = [...p, this.v];
    if (!this.kids.length) yield here.join("/");
    for (const k of this.kids) yield* k.paths(here);
  }
  static *zip(a, b) {
    const [x, y] = [a, b].map((g) => g[Symbol.iterator]());
    for (;;) {
      const p = x.next(),
        q = y.next();
      if (p.done || q.done) return;
      yield [p.value, q.value];
    }
  }
}
const t = new T("a", new T("b", new T("d"), new T("e")), new T("c", new T("f")));
console.log(
  [...t.pre()].join(""),
  [...t.post()].join(""),
  [...t.level()].join(""),
  [...t.paths()],
  [...T.zip(t.pre(), t.post())].length,
);
const it = t.pre();
it.next();
it.next();
console.log(it.next().value, it.return("x"), [...it]);
for (const v of t.pre()) {
  if (v === "e") break;
  if (v === "b") continue;
  console.log(v);
}
//= abdecf debfca abcdef [ 'a/b/d', 'a/b/e', 'a/c/f' ] 6
//= d { value: 'x', done: true } []
//= a
//= d
