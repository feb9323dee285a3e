// Order of evaluation and operators.
const trace = [];
const t = (x) => { trace.push(x); return x };
let x = 1;
console.log(x + (x = 2) + x++, x, x + x++ * x, (x, x = 5, x) + x);
x = 1; x += (x = 10, x) + x; console.log(x);
x = 3; x = [x, x = 4, x].join(); console.log(x);
x = 1; x = x && x + 1; console.log(x);
x = 2; x = x > 1 ? x * 10 : x; console.log(x);
x = { x: x, y: [x] }.y[0] + 1; console.log(x);
const o = { a: 1 };
o[t("a")] = t(2) + t(3); o[t("a")] += t(4); console.log(trace.join(), o.a); trace.length = 0;
t(1) && t(0) || t(2) && t(3); t(null) ?? t(4); console.log(trace.join()); trace.length = 0;
console.log(1 + "2", "3" * "4", 7 % 3, -7 % 3, 2 ** 10, 2 ** -1, 1 / 0, -1 / 0, 0 / 0, 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 31, -1 >>> 0, -9 >> 1);
console.log(null == undefined, null === undefined, "1" == 1, NaN == NaN, [] == "", "b" > "a", "10" < "9", 10 < 9, null >= 0, undefined >= 0);
console.log(typeof 1, typeof "", typeof true, typeof undefined, typeof null, typeof {}, typeof (() => 1), typeof missing);
console.log(void 0, !0, !!"", +"", -"5", +true, +null, +undefined, +"x");
let n = null, u; console.log(n?.a, n?.[t(1)], n?.a.b.c, u?.(), o?.a, o.z?.y.w, trace.length);
console.log(o.f?.(t(1)), trace.length, delete o.a, delete o.nope, "a" in o, Object.keys(o).length);
let p = 5; console.log(p++, p, ++p, p--, --p); let q = "5"; q++; console.log(q, typeof q); q = "5"; q += 1; console.log(q); q = "a"; q--; console.log(q);
o.c = 1; console.log(o.c++, o["c"]++, ++o.c, o.c, o.d++, o.d);
let e; e ??= 1; e ||= 2; e &&= 3; console.log(e); o.e ??= "set"; o.e ??= "again"; console.log(o.e);
const [a, , b = 3, ...c] = [1, 2, undefined, 4, 5]; console.log(a, b, c.join());
const { d, e: { f = 7 } = {}, ["g" + 1]: g, ...rest } = { d: 1, g1: 2, h: 3, i: 4 }; console.log(d, f, g, JSON.stringify(rest));
let m = 1, k = 2; [m, k] = [k, m]; console.log(m, k); ({ m, k: o.k = 9 } = { m: "m" }); console.log(m, o.k);
[o.x, ...o.y] = "abc"; console.log(o.x, o.y.join("-")); console.log(([m] = [8, 9]).length, m);
try { const [z] = null } catch (err) { console.log(err.name) } try { const { z } = undefined } catch (err) { console.log(err.name) } try { const {} = null } catch (err) { console.log(err.name) }
console.log(`${1}${"a"}${[1, 2]}${{}}${null}`, `a
b`, "\u0041\x41\n".length, "😀".length);
console.log([...[1, 2], ..."ab", ...new Set([1, 1])].join(), Math.max(...[1, 5, 3], 4), [1, , 3].length, 1 in [1, , 3]);
const obj = { a: 1, ...{ b: 2, a: 3 }, c: 4, ["d" + 1]: 5, 6: 7, "e f": 8, a() { return 9 } }; console.log(JSON.stringify(obj), obj.a());
console.log((1, 2, 3), [3, 1, 2].sort().join(), [10, 9, 1].sort().join(), [10, 9, 1].sort((l, r) => l - r).join(), ["b", undefined, "a"].sort().length);
console.log(0.1 + 0.2, 1e21, 1e-7, -0, [-0], 123456789012345680000, 0xff, 1_000);
//= 5 3 15 10
//= 21
//= 3,4,4
//= 2
//= 20
//= 21
//= a,2,3,a,4 9
//= 1,0,2,3,,4
//= 12 12 1 -1 1024 0.5 Infinity -Infinity NaN 1 7 6 -6 -2147483648 4294967295 -5
//= true false true false true true true false true false
//= number string boolean undefined object object function undefined
//= undefined true false 0 -5 1 0 NaN NaN
//= undefined undefined undefined undefined 9 undefined 0
//= undefined 0 true true false 0
//= 5 6 7 7 5
//= 6 number
//= 51
//= NaN
//= 1 2 4 4 NaN NaN
//= 3
//= set
//= 1 3 4,5
//= 1 7 2 {"h":3,"i":4}
//= 2 1
//= m 9
//= a b-c
//= 2 8
//= TypeError
//= TypeError
//= TypeError
//= 1a1,2[object Object]null a
//= b 3 2
//= 1,2,a,b,1 5 3 false
//= {"6":7,"b":2,"c":4,"d1":5,"e f":8} 9
//= 3 1,2,3 1,10,9 1,9,10 3
//= 0.30000000000000004 1e+21 1e-7 -0 [ -0 ] 123456789012345680000 255 1000
