// Map, Set and Array iteration while they change.
const s = new Set([1, 2, 3]), seen = [];
for (const x of s) { seen.push(x); if (x < 3) { s.delete(x); s.add(x + 10); } if (x === 3) s.delete(11); }
console.log(seen, s);
const m = new Map([["a", 1], ["b", 2]]), log = [];
m.forEach((v, k) => { log.push(k); if (k === "a") { m.delete("b"); m.set("c", 3); m.set("b", 4); } });
console.log(log, [...m.keys()]);
const it = m.entries();
it.next(); m.clear(); m.set("z", 1);
console.log(it.next(), it.next(), m.set("y", 2).size, it.next());
const a = [1, 2, 3], got = [];
for (const x of a) { got.push(x); if (x === 1) a.splice(0, 1); if (x === 3 && a.length < 4) a.push(9); }
console.log(got, a);
const ai = [1][Symbol.iterator]();
ai.next(); ai.next();
console.log(ai.next(), Object.prototype.toString.call(ai), [].values === [][Symbol.iterator]);
console.log([1, 2, 3].map((x, i, arr) => (arr.pop(), x)), [3, , 1].forEach((x) => got.push(x)), got.length);
//= [ 1, 2, 3, 12 ] Set(2) { 3, 12 }
//= [ 'a', 'c', 'b' ] [ 'a', 'c', 'b' ]
//= { value: [ 'z', 1 ], done: false } { value: undefined, done: true } 2 { value: undefined, done: true }
//= [ 1, 3, 9 ] [ 2, 3, 9 ]
//= { value: undefined, done: true } [object Array Iterator] true
//= [ 1, 2, <1 empty item> ] undefined 5
