// Each turn of for(let) copies the bindings; closures in head, test and update see which copy?
const init = [], test = [], upd = [], body = [];
for (let i = (init.push(() => i), 0); test.push(() => i), i < 2; upd.push(() => i), i++) body.push(() => i);
console.log([init, test, upd, body].map((l) => l.map((f) => f()).join()));
const inc = [];
for (let i = 0; i < 3; i++) { inc.push(() => ++i); if (i === 1) continue; i += 0; }
console.log(inc.map((f) => f()), inc.map((f) => f()));
const asyncLike = [];
for (let i = 0, n = 2; i <= n; asyncLike.push(() => [i, n]), i++) if (i === 1) n = 3;
console.log(asyncLike.map((f) => f().join(":")));
const inn = [];
for (const k in "abc") { inn.push(() => k); }
console.log(inn.map((f) => f()));
const dest = [];
for (let [a, b = () => a] of [[1], [2]]) { dest.push(b); a *= 10; }
console.log(dest.map((f) => f()));
for (var v = 0, vs = []; v < 2; v++) vs.push(() => v);
console.log(vs.map((f) => f()));
//= [ '0', '0,1,2', '1,2', '0,1' ]
//= [ 1, 2, 3 ] [ 2, 3, 4 ]
//= [ '1:3', '2:3', '3:3', '4:3' ]
//= [ '0', '1', '2' ]
//= [ 10, 20 ]
//= [ 2, 2 ]
