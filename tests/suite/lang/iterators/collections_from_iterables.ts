// Maps and sets made from iterables of the program's own, and through methods that a class replaces.
console.log(new Map(function* () { yield [1, 2]; yield [3, 4]; }()), new Set(function* () { yield 1; }()));
class M2 extends Map { set(k, v) { return super.set(k, v * 2); } } console.log(new M2([[1, 2]]));
new Map([[1, 2]]).forEach((v, k) => console.log(v, k)); new Set([5]).forEach((v, k) => console.log(v, k));
console.log(new WeakSet([Map]).has(Map));
try { new Map([1]) } catch (e) { console.log(e.message) }
//= Map(2) { 1 => 2, 3 => 4 } Set(1) { 1 }
//= M2(1) [Map] { 1 => 4 }
//= 2 1
//= 5 5
//= true
//= Iterator value 1 is not an entry object
