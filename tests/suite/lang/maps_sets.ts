const m = new Map([["a", 1], ["b", 2]]);
m.set("c", 3).set("a", 10);
console.log(m.size, m.get("a"), m.has("z"), m.delete("b"), [...m.keys()], [...m.values()]);
for (const [k, v] of m) console.log(k, v);
m.forEach((v, k) => console.log(v, k));
const s = new Set([1, 2, 2, 3]);
s.add(2).add(4);
console.log(s.size, s.has(2), s.delete(1), [...s]);
for (const v of s) { if (v === 2) s.add(99); console.log(v); }
const key = {};
const byRef = new Map([[key, "obj"], [NaN, "nan"], [0, "zero"]]);
console.log(byRef.get(key), byRef.get({}), byRef.get(NaN), byRef.get(-0));
m.clear();
console.log(m.size, new Map(Object.entries({ x: 1 })));
//= 3 10 false true [ 'a', 'c' ] [ 10, 3 ]
//= a 10
//= c 3
//= 10 a
//= 3 c
//= 4 true true [ 2, 3, 4 ]
//= 2
//= 3
//= 4
//= 99
//= obj undefined nan zero
//= 0 Map(1) { 'x' => 1 }
