const f = ({ a, b: [c, { d = "d" } = {}] = [], ...r } = { a: "none" }) => [a, c, d, r]; console.log(f(), f({ a: 1, b: [2, { d: 3 }], e: 4 }), f({}));
for (const [i, { n }] of [{ n: "x" }, { n: "y" }].entries()) console.log(i, n); for (let { length: l } = "abc"; l > 0; l--) console.log(l); for (const { 0: first, length } in { ab: 1, c: 2 }) console.log(first, length);
const swap = ([a, b]) => [b, a]; console.log(swap([1, 2]), (({ x } = {}, [y] = [x]) => [x, y])({ x: 5 }), (([, , third]) => third)("abc")); let o = {}; ({ a: o.x, b: o["y"], ...o.rest } = { a: 1, b: 2, c: 3 }); console.log(o); [o.x, o.y] = [o.y, o.x]; console.log(o.x, o.y);
try { throw [1, { code: "E" }]; } catch ([n, { code }]) { console.log(n, code); } const { [`k${1}`]: dyn, ["a"]: { b: deep } = { b: "dflt" } } = { k1: "dynamic" }; console.log(dyn, deep); const { toFixed, constructor: { name: cn } } = 5; console.log(typeof toFixed, cn); const [x = y_, y_ = 1] = [5]; console.log(x, y_); const { length: len2 } = [1, 2]; console.log(len2);
async function af({ p = Promise.resolve(1) } = {}) { return await p; } console.log(await af(), await af({ p: 2 })); function* g([a, b] = [1, 2], { c } = { c: 3 }) { yield a; yield* [b, c]; } console.log([...g()]); class P { constructor({ x = 0, y = x } = {}) { Object.assign(this, { x, y }); } set both([a, b]) { this.x = a; this.y = b; } } const p = new P({ x: 3 }); p.both = [8, 9]; console.log(p, new P());
//= [ 'none', undefined, 'd', {} ] [ 1, 2, 3, { e: 4 } ] [ undefined, undefined, 'd', {} ]
//= 0 x
//= 1 y
//= 3
//= 2
//= 1
//= a 2
//= c 1
//= [ 2, 1 ] [ 5, 5 ] c
//= { x: 1, y: 2, rest: { c: 3 } }
//= 2 1
//= 1 E
//= dynamic dflt
//= function Number
//= 5 1
//= 2
//= 1 2
//= [ 1, 2, 3 ]
//= P { x: 8, y: 9 } P { x: 0, y: 0 }
