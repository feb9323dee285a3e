const k = "dyn";
const o = { a: 1, [k + 1]: 2, "quoted key": 3, 5: "five", nested: { deep: [1, { x: 2 }] }, m() { return this.a; } };
console.log(o);
console.log(Object.keys(o), o.m(), o["quoted key"], o[5], "a" in o, delete o.a, "a" in o, o.a);
console.log({ ...{ a: 1, b: 2 }, b: 3 }, Object.assign({}, { x: 1 }, { y: 2 }), Object.values({ p: 1, q: 2 }), Object.fromEntries([["a", 1]]));
const { a, ...rest } = { a: 1, b: 2, c: 3 };
console.log(rest, JSON.stringify({ b: [1, "x", null, undefined], u: undefined, n: NaN, d: { e: true } }));
console.log(JSON.stringify([1, { a: 2 }], null, 2), JSON.parse('{"x":[1,2,{"y":null}]}'));
const same = { v: 1 };
console.log(same === { v: 1 }, same === same, typeof null, typeof [], typeof (() => 1));
const u = null;
console.log(u?.x, u?.[0], u?.f(), o?.nested?.deep[1].x, o.nope?.());
let q = null;
q ??= 5;
q ||= 6;
q &&= 7;
console.log(q);
console.log(Object.entries({ b: 1, a: 2, 1: "n" }));
const frozen = Object.freeze({ z: 1 });
try { frozen.z = 2; } catch (e) { console.log(e.name); }
console.log(frozen.z, Object.isFrozen(frozen));
//= {
//=   '5': 'five',
//=   a: 1,
//=   dyn1: 2,
//=   'quoted key': 3,
//=   nested: { deep: [ 1, [Object] ] },
//=   m: [Function: m]
//= }
//= [ '5', 'a', 'dyn1', 'quoted key', 'nested', 'm' ] 1 3 five true true false undefined
//= { a: 1, b: 3 } { x: 1, y: 2 } [ 1, 2 ] { a: 1 }
//= { b: 2, c: 3 } {"b":[1,"x",null,null],"n":null,"d":{"e":true}}
//= [
//=   1,
//=   {
//=     "a": 2
//=   }
//= ] { x: [ 1, 2, { y: null } ] }
//= false true object object function
//= undefined undefined undefined 2 undefined
//= 7
//= [ [ '1', 'n' ], [ 'b', 1 ], [ 'a', 2 ] ]
//= TypeError
//= 1 true
