// Literals: key before value, toString of keys, spread reading getters, duplicates, __proto__ forms.
const log = [];
const k = (n) => ({ toString() { log.push("key " + n); return n; } });
const v = (n) => (log.push("val " + n), n);
const o = { [k("a")]: v(1), [k("b")]: v(2), ...{ get s() { log.push("spread"); return v(3); } }, [k("a")]: v(4) };
console.log(o, log.join(", "));
const p = { x: 1 }, __proto__ = { y: 2 };
console.log({ __proto__: p }.x, Object.keys({ __proto__ }), Object.keys({ ["__proto__"]: p }), { "__proto__": null } instanceof Object);
console.log(Object.keys({ __proto__() {} }), Object.getPrototypeOf({ __proto__: 5 }) === Object.prototype);
const d = { get a() { return 1; }, a: 2, b: 1, get b() { return "g"; } };
console.log(d.a, d.b, Object.keys(d), typeof Object.getOwnPropertyDescriptor(d, "b").get);
//= { a: 4, b: 2, s: 3 } key a, val 1, key b, val 2, spread, val 3, key a, val 4
//= 1 [ '__proto__' ] [ '__proto__' ] false
//= [ '__proto__' ] true
//= 2 g [ 'a', 'b' ] function
