// Map and Set call set and add of a subclass, once per entry, in order.
const log = [];
class M extends Map {
  set(k, v) {
    log.push("set " + k);
    return super.set(k, v * 2);
  }
}
class S extends Set {
  add(v) {
    log.push("add " + v);
    return v < 0 ? this : super.add(v);
  }
}
const m = new M([["a", 1], ["b", 2]]);
const s = new S([1, -1, 1]);
console.log(m, s, log, m instanceof Map, Object.prototype.toString.call(s), m.size, new Map(m), new M(null), new S());
console.log(Map.name, Map.length, Set.prototype.keys === Set.prototype.values, Map.prototype[Symbol.iterator] === Map.prototype.entries);
console.log(Map[Symbol.species] === Map, new Map().set(1, 2) instanceof Map, new Set([1]).add(2).has(2), new Map([[1, 2]]).delete(2));
const closing = { [Symbol.iterator]: () => ({ next: () => ({ value: 5, done: false }), return: () => (log.push("closed"), {}) }) };
try {
  new Map(closing);
} catch (e) {
  console.log(e.constructor.name, log.at(-1));
}
const w = new WeakMap();
const key = {};
console.log(w.set(key, 1) === w, w.get(key), w.has({}), w.get(1), w.delete(key), w.delete(key), w.has(key));
console.log(Object.fromEntries(new Map([["x", 1], [2, "two"]])), new Map(Object.entries({ p: 1 })), Array.from(new Map([[1, 2]]), ([a, b]) => a + b));
//= M(2) [Map] { 'a' => 2, 'b' => 4 } S(1) [Set] { 1 } [ 'set a', 'set b', 'add 1', 'add -1', 'add 1' ] true [object Set] 2 Map(2) { 'a' => 2, 'b' => 4 } M(0) [Map] {} S(0) [Set] {}
//= Map 0 true true
//= true true true false
//= TypeError closed
//= true 1 false undefined true false false
//= { '2': 'two', x: 1 } Map(1) { 'p' => 1 } [ 3 ]
