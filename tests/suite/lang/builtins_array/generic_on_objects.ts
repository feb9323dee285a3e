// Array methods work on anything with a length.
const o = { length: 3, 0: "a", 2: "c" };
const A = Array.prototype;
console.log(A.map.call(o, (x) => x + x), A.join.call(o, "|"), A.slice.call(o, 1), A.concat.call(o, 1).length);
console.log(A.push.call(o, "d", "e"), o, A.pop.call(o), A.shift.call(o), o);
console.log(A.unshift.call(o, "z"), o, A.reverse.call(o), A.splice.call(o, 1, 2, "s"), o);
console.log(A.filter.call("héllo", (c) => c > "h"), A.every.call("aaa", (c) => c === "a"), A.includes.call("abc", "b"));
console.log(A.push.call({ length: "2" }, 1), A.push.call({}, 1, 2), A.pop.call({ length: -5 }), A.at.call({ length: 2.9, 1: "one" }, -1));
for (const f of [() => A.push.call("abc", 1), () => A.reverse.call("ab"), () => A.push.call({ length: 2 ** 53 - 1 }, 1), () => A.map.call(null, (x) => x)])
  try {
    console.log(f());
  } catch (e) {
    console.log(e.constructor.name);
  }
console.log(Array.from({ length: 2 }), Array.from({ length: 2, 0: 1, 1: 2 }, function (x) { return x * this.k; }, { k: 5 }));
console.log(Array.of.call(function (n) { this.n = n; }, 1, 2), Array.from.call(Object, [7]));
const frozen = Object.freeze([1, 2]);
for (const m of ["push", "pop", "shift", "sort", "reverse", "fill"])
  try {
    console.log(m, frozen[m](0 || undefined));
  } catch (e) {
    console.log(m, e.name);
  }
//= [ 'aa', <1 empty item>, 'cc' ] a||c [ <1 empty item>, 'c' ] 2
//= 5 { '1': 'c', '2': 'd', length: 3 } e a { '1': 'c', '2': 'd', length: 3 }
//= 4 { '0': 'd', '1': 's', '2': 'z', length: 3 } { '0': 'd', '1': 's', '2': 'z', length: 3 } [ 'c', <1 empty item> ] { '0': 'd', '1': 's', '2': 'z', length: 3 }
//= [ 'é', 'l', 'l', 'o' ] true true
//= 3 2 undefined one
//= TypeError
//= TypeError
//= TypeError
//= TypeError
//= [ undefined, undefined ] [ 5, 10 ]
//= { '0': 1, '1': 2, n: 2, length: 2 } { '0': 7, length: 1 }
//= push TypeError
//= pop TypeError
//= shift TypeError
//= sort TypeError
//= reverse TypeError
//= fill TypeError
