console.log(1 + 2 * 3 ** 2 ** 0, (-2) ** 2, 2 ** -1, !1 + 1, -"3" + 4, typeof 1 + 1, 1 < 2 < 3, 3 > 2 > 1, 1 == 1 == 1, 1 | 2 ^ 3 & 4, 1 << 2 + 1, 8 >> 1 >> 1, 1 ? 2 : 3 ? 4 : 5, (1, 2), 1 && 0 || 3, null ?? 1 + 1, !0 && !1, +!!"x", - -1, ~~5.5, void 0 ?? "v", 5 % 3 * 2, 2 * 5 % 3, "a" + 1 + 2, 1 + 2 + "a", 1 - -1, 7 & 3 == 3, !("a" in {}), typeof typeof void 0);
let x = 1; console.log(x++ + ++x, x-- - --x, (-x) ** 1, x += x -= 2, x = x ? x : 9);
const f = () => ({}), g = () => [], h = (a, b) => a + b, i = (a) => (b) => a - b; console.log(f(), g(), h(1, 2), i(5)(3), (() => {})(), ((a) => a)`t`[0], new Date(0).getTime(), new (class { m() { return 1; } })().m(), new Array(3).length, typeof new Map().set, new (f.bind(null), Array)(2).length);
const o = { a: { b: [() => "deep"] } }; console.log(o.a.b[0](), o["a"]["b"][0](), o.a?.b?.[0]?.(), delete o.a.b ? "deleted" : "", "b" in o.a, o instanceof Object === true, !o.a.b, [] + {} + 1, [1, 2][1, 0], (o, o.a));
//= 7 4 0.5 1 1 number1 true false true 3 8 2 2 2 3 2 false 1 1 5 v 4 1 a12 3a 2 1 true string
//= 4 2 -1 0 9
//= {} [] 3 2 undefined t 0 1 3 function 2
//= deep deep deep deleted false true true [object Object]1 1 {}
