const a = [1, 2], s = "hi", m = new Map([["k", 1]]), o = { x: 1, y: { z: 2 } };
console.log([...a, ...s, ...m, ...[[]]], [...new Set([1, 1])], { ...o, x: 9, ...{ y: 0 } }, { x: 5, ...o }, Math.max(...a, 3, ...[0]), [..."👍🏽"].length, { ...a }, { ..."ab" }, { ...null, ...1, ...true, ...[] }, [...[...[...[1]]]]);
const f = (...args) => args.length; console.log(f(...a, ...a), f(...[]), f(...s, ..."x"), new Date(...[2020, 0, 1]).getFullYear(), String.raw({ raw: "abc" }, ...[1, 2]), [].concat(...[[1], [2]]), console.log.apply(null, ["applied", ...a]), Array.of(...a), Array(...[3]).length);
const copy = { ...o }; copy.y.z = 5; console.log(o.y.z, copy !== o); class A { constructor(...xs) { this.xs = xs; } } class B extends A { constructor(...xs) { super(0, ...xs, 9); } } console.log(new B(1, 2), new A(...new B(5).xs)); const withGetter = { get g() { return "value"; } }; console.log(Object.getOwnPropertyDescriptor({ ...withGetter }, "g").value, { ...new (class { own = 1; get no() { return 2; } })() });
const sym = Symbol("s"); console.log({ ...{ [sym]: 1, [Symbol.iterator]: null } }, Object.keys({ ...Object.create({ inherited: 1 }) }).length); let order = []; f(...(order.push("a"), [1]), order.push("b"), ...(order.push("c"), [2])); console.log(order);
//= [ 1, 2, 'h', 'i', [ 'k', 1 ], [] ] [ 1 ] { x: 9, y: 0 } { x: 1, y: { z: 2 } } 3 2 { '0': 1, '1': 2 } { '0': 'a', '1': 'b' } {} [ 1 ]
//= applied 1 2
//= 4 0 3 2020 a1b2c [ 1, 2 ] undefined [ 1, 2 ] 3
//= 5 true
//= B { xs: [ 0, 1, 2, 9 ] } A { xs: [ 0, 5, 9 ] }
//= value { own: 1 }
//= { [Symbol(s)]: 1, [Symbol(Symbol.iterator)]: null } 0
//= [ 'a', 'b', 'c' ]
