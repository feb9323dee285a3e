// Maps and Sets changed while they are walked.
const m = new Map([["a", 1], ["b", 2], ["c", 3]]);
const seen = [];
for (const [k, v] of m) {
  seen.push(k + v);
  if (k === "a") m.delete("b");
  if (k === "c" && v === 3) m.delete("c"), m.set("c", 30), m.set("b", 20);
}
console.log(seen, m);
const s = new Set([1]);
const grown = [];
for (const x of s) {
  grown.push(x);
  s.delete(x);
  if (x < 5) s.add(x + 1);
}
console.log(grown, s);
const it = m.keys();
console.log(it.next().value, m.clear(), it.next(), m.set("z", 1), it.next(), m.entries().next());
const live = new Set(["x", "y"]);
const i2 = live.values();
i2.next();
live.clear();
live.add("x").add("new");
console.log([...i2], [...live]);
const fe = [];
new Map([[1, "a"], [2, "b"]]).forEach((v, k, self) => {
  fe.push(k + v);
  if (self.size < 4) self.set(k + 2, v + v);
});
console.log(fe);
console.log(new Map([[NaN, 1], [0, 2]]).get(NaN), Object.is([...new Set([-0])][0], 0), new Set([NaN, NaN, 0, -0, "0"]).size);
console.log(new Map([[1, 1], [2, 2], [1, 3]]), Map.groupBy ? 1 : 1, new Set("hello"), [...new Map([[1, 2]]).entries()]);
for (const f of [() => new Map([1]), () => new Set(5), () => Map(), () => new WeakMap([[1, 2]]), () => Map.prototype.get.call(new Set(), 1), () => new WeakSet().add("s")])
  try {
    f();
    console.log("fine");
  } catch (e) {
    console.log(e.constructor.name);
  }
//= [ 'a1', 'c3', 'c30', 'b20' ] Map(3) { 'a' => 1, 'c' => 30, 'b' => 20 }
//= [ 1, 2, 3, 4, 5 ] Set(0) {}
//= a undefined { value: undefined, done: true } Map(1) { 'z' => 1 } { value: undefined, done: true } { value: [ 'z', 1 ], done: false }
//= [ 'x', 'new' ] [ 'x', 'new' ]
//= [ '1a', '2b', '3aa', '4bb' ]
//= 1 true 3
//= Map(2) { 1 => 3, 2 => 2 } 1 Set(4) { 'h', 'e', 'l', 'o' } [ [ 1, 2 ] ]
//= TypeError
//= TypeError
//= TypeError
//= TypeError
//= TypeError
//= TypeError
