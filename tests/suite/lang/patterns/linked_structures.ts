class Node {
  constructor(v, next = null) {
    this.v = v;
    this.next = next;
  }
}
class List {
  head = null;
  size = 0;
  static from(xs) {
    const l = new List();
    for (const x of [...xs].reverse()) l.unshift(x);
    return l;
  }
  unshift(v) {
    this.head = new Node(v, this.head);
    this.size++;
    return this;
  }
  *[Symbol.iterator]() {
    for (let n = this.head; n; n = n.next) yield n.v;
  }
  reverse() {
    let prev = null,
      cur = this.head;
    while (cur) [cur.next, prev, cur] = [prev, cur, cur.next];
    this.head = prev;
    return this;
  }
  map(f) {
    return List.from([...this].map(f));
  }
  toJSON() {
    return [...this];
  }
}
const l = List.from([1, 2, 3]);
console.log(
  [...l],
  [...l.reverse()],
  JSON.stringify(l),
  String(l),
  l.map((x) => x * 2),
  l,
);
class Trie {
  #root = {};
  add(w) {
    let n = this.#root;
    for (const c of w) n = n[c] ??= {};
    n.$ = true;
    return this;
  }
  *words(prefix = "") {
    let n = this.#root;
    for (const c of prefix) if (!(n = n[c])) return;
    yield* (function* walk(n, w) {
      if (n.$) yield w;
      for (const c of Object.keys(n).sort()) if (c !== "$") yield* walk(n[c], w + c);
    })(n, prefix);
  }
}
const t = new Trie().add("car").add("cat").add("dog").add("care");
console.log([...t.words("ca")], [...t.words("x")], [...t.words()].length);
class Tree {
  static insert(t, v) {
    return t === null
      ? { v, l: null, r: null }
      : v < t.v
        ? { ...t, l: Tree.insert(t.l, v) }
        : { ...t, r: Tree.insert(t.r, v) };
  }
  static *inorder(t) {
    if (t) {
      yield* Tree.inorder(t.l);
      yield t.v;
      yield* Tree.inorder(t.r);
    }
  }
  static depth = (t) => (t ? 1 + Math.max(Tree.depth(t.l), Tree.depth(t.r)) : 0);
}
const bst = [5, 2, 8, 1, 9].reduce(Tree.insert, null);
console.log([...Tree.inorder(bst)].join(), Tree.depth(bst), bst);
const cyc = { name: "a", kids: [] };
cyc.kids.push({ name: "b", parent: cyc, kids: [] });
console.log(cyc);
//= [ 1, 2, 3 ] [ 3, 2, 1 ] [3,2,1] [object Object] List {
//=   head: Node { v: 6, next: Node { v: 4, next: [Node] } },
//=   size: 3
//= } List {
//=   head: Node { v: 3, next: Node { v: 2, next: [Node] } },
//=   size: 3
//= }
//= [ 'car', 'care', 'cat' ] [] 4
//= 1,2,5,8,9 3 {
//=   v: 5,
//=   l: { v: 2, l: { v: 1, l: null, r: null }, r: null },
//=   r: { v: 8, l: null, r: { v: 9, l: null, r: null } }
//= }
//= <ref *1> {
//=   name: 'a',
//=   kids: [ { name: 'b', parent: [Circular *1], kids: [] } ]
//= }
