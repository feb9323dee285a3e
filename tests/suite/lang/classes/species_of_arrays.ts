// Which methods of a derived Array, Promise or Map make the derived class.
class L extends Array { sum() { return this.reduce((a, b) => a + b, 0); } }
const l = L.of(1, 2, 3);
console.log(l, l.map((x) => x * 2) instanceof L, l.filter(Boolean).sum(), l.concat([4]).sum());
console.log(l.slice(1), l.flat().constructor.name, l.toSorted().constructor.name, l.with(0, 1).constructor.name);
class M extends Array { static get [Symbol.species]() { return Array; } }
console.log(M.from([1]).map((x) => x).constructor.name, M.from([1]).constructor.name);
class P extends Promise {}
console.log(P.resolve(1).then(() => {}).constructor.name, P.all([]) instanceof P, P.resolve(Promise.resolve()) instanceof P);
class D extends Map { get(k) { return super.get(k) ?? "none"; } }
const d = new D([["a", 1]]);
console.log(d, d.get("b"), new D(d).size);
console.log(new L(3).length, new L(1, 2).length, L.from({ length: 2 }).length, l.length = 1, l);
//= L(3) [ 1, 2, 3 ] true 6 10
//= L(2) [ 2, 3 ] L Array Array
//= Array M
//= P true true
//= D(1) [Map] { 'a' => 1 } none 1
//= 3 2 2 1 L(1) [ 1 ]
