class A {
  #p = 1;
  #m() { return 1 }
  get #g() { return 1 }
  set #s(v) {}
  static #sp = 2;
  static #sm() {}
  static readP(o) { return o.#p }
  static writeP(o) { o.#p = 1 }
  static callM(o) { return o.#m() }
  static writeM(o) { o.#m = 1 }
  static writeG(o) { o.#g = 1 }
  static readS(o) { return o.#s }
  static readSp(o) { return o.#sp }
  static callSm(o) { return o.#sm() }
  static hasP(o) { return #p in o }
  static incP(o) { o.#p++ }
}
class Base { constructor(o) { return o } }
class Twice extends Base { #x = 1; }
class TwiceMethod extends Base { #m() {} }
class TwiceAccessor extends Base { get #g() { return 1 } }
const cases = {
  "private read": () => A.readP({}),
  "private read null": () => A.readP(null),
  "private write": () => A.writeP({}),
  "private call": () => A.callM({}),
  "private method write": () => A.writeM(new A()),
  "private getter write": () => A.writeG(new A()),
  "private setter read": () => A.readS(new A()),
  "private static read": () => A.readSp({}),
  "private static call": () => A.callSm(class extends A {}),
  "private in": () => A.hasP(5),
  "private increment": () => A.incP({}),
  "private field twice": () => { const o = {}; new Twice(o); new Twice(o) },
  "private method twice": () => { const o = {}; new TwiceMethod(o); new TwiceMethod(o) },
  "private accessor twice": () => { const o = {}; new TwiceAccessor(o); new TwiceAccessor(o) },
  "extends number": () => { class X extends 5 {} },
  "extends undefined": () => { let u; class X extends u {} },
  "extends prototype": () => { function F() {} F.prototype = 5; class X extends F {} },
  "extends object": () => { class X extends {} {} },
  "no super": () => { class X extends Object { constructor() {} } new X() },
  "this before super": () => { class X extends Object { constructor() { this.x = 1; super() } } new X() },
  "super twice": () => { class X extends Object { constructor() { super(); super() } } new X() },
  "derived return": () => { class X extends Object { constructor() { super(); return 5 } } new X() },
  "super of null": () => { class X extends null { constructor() { super() } } new X() },
  "super not constructor": () => { class X extends Object { constructor() { super() } } Object.setPrototypeOf(X, () => 1); new X() },
  "super property write frozen": () => { class X { m() { super.x = 1 } } const x = Object.freeze(new X()); x.m() },
  "super property write readonly": () => { class P {} Object.defineProperty(P.prototype, "x", { value: 1 }); class X extends P { m() { super.x = 2 } } new X().m() },
  "super getter only": () => { class P { get x() { return 1 } } class X extends P { m() { super.x = 2 } } new X().m() },
  "super read": () => { class X { m() { return super.a.b } } new X().m() },
  "static name": () => { class X { static name = 1; m() { X.name.foo.bar } } new X().m() },
  "accessor this": () => { class X { #v = 1; get v() { return this.#v } } X.prototype.v },
  "field initialiser": () => { class X { a = this.b.c } new X() },
  "computed key": () => { class X { [null.x] = 1 } },
  "static block": () => { class X { static { undefined.x } } },
  "class without new through apply": () => { class X {} X.apply({}) },
  "class without new through call": () => { class Y {} Y.call({}) },
  "getter call": () => { const o = { get x() { return 5 } }; o.x() },
  "generator throw": () => { (function* () {})().throw(new Error("thrown")) },
  "generator return": () => { const g = (function* () { try { yield 1 } finally { throw new Error("finally") } })(); g.next(); g.return() },
  "throw in iterator": () => { for (const x of { [Symbol.iterator]: () => ({ next() { throw new Error("next") } }) }); },
  "cause": () => { throw new Error("outer", { cause: new Error("inner") }) },
  "AggregateError": () => { throw new AggregateError([1], "many") },
  "AggregateError nothing": () => { new AggregateError(5) },
  "error message symbol": () => { new Error(Symbol("s")) },
  "Error.captureStackTrace": () => { Error.captureStackTrace(5) },
  "DOMException": () => { throw new DOMException("m", "AbortError") },
  "toString of Error": () => { Error.prototype.toString.call(5) },
  "arguments callee": function () { return arguments.callee },
  "function caller": function f() { return f.caller },
  "delete array length": () => { delete [].length },
  "delete Math.PI": () => { delete Math.PI },
  "delete string index": () => { delete "abc"[0] },
  "delete symbol": () => { const o = Object.freeze({ [Symbol("k")]: 1 }); delete o[Object.getOwnPropertySymbols(o)[0]] },
  "frozen symbol": () => { const k = Symbol("k"); const o = Object.freeze({ [k]: 1 }); o[k] = 2 },
  "frozen symbol add": () => { const k = Symbol("k"); const o = Object.freeze({}); o[k] = 2 },
  "frozen function": () => { const f = Object.freeze(() => 1); f.x = 1 },
  "frozen Map property": () => { const m = Object.freeze(new Map()); m.x = 1 },
  "frozen null prototype": () => { const o = Object.freeze(Object.create(null)); o.x = 1 },
  "inherited readonly": () => { const o = Object.create(Object.freeze({ x: 1 })); o.x = 2 },
  "enum": () => { const o = Object.freeze([1, 2]); o.x = 1 },
  "setter throws": () => { const o = { set x(v) { throw new RangeError("set " + v) } }; o.x = 5 },
  "compound undefined": () => { let u; u.x += 1 },
  "logical assignment": () => { let u; u.x ??= 1 },
  "optional chain": () => { const o = { a: null }; o?.a.b },
  "optional call": () => { const o = { a: 5 }; o.a?.() },
  "nested call": () => { const api = { users: {} }; api.users.list().map((u) => u.id) },
  "await undefined": () => { const res = undefined; res.json() },
  "callback argument": () => { const run = (fn) => fn(); run() },
  "callback member argument": () => { const run = (o) => o.fn(1); run({ fn: null }) },
  "callback default": () => { const run = (fn = 5) => fn(); run() },
  "array method undefined": () => { let list; list.map((x) => x) },
  "string split": () => { let s; s.split(",") },
  "console nope": () => { console.nope("x") },
  "Promise nope": () => { Promise.nope() },
  "globalThis nope": () => { globalThis.nope() },
  "globalThis chain": () => { globalThis.nope.x },
  "JSON nope": () => { JSON.parsed("{}") },
  "date nope": () => { new Date().format() },
  "iterator helper": () => { [1].values().nope() },
  "regexp nope": () => { /x/.nope() },
  "tagged null": () => { null`x` },
  "tagged undefined": () => { let u; u`x` },
  "new.target": () => { new (class { constructor() { new.target.x.y } })() },
  "spread null object ok": () => { ({ ...null }) },
  "toString missing": () => { String(Object.create(null)) },
  "Number of object": () => { Number(Object.create(null)) },
  "Number of symbol": () => { Number(Symbol("n")) },
  "parseInt symbol": () => { parseInt(Symbol("n")) },
  "Math.max symbol": () => { Math.max(Symbol("n")) },
  "String.concat symbol": () => { "".concat(Symbol("n")) },
  "isNaN symbol": () => { isNaN(Symbol("n")) },
  "array index symbol": () => { [][Symbol("n")].x },
  "join of null prototype": () => { [Object.create(null)].join() },
  "localeCompare symbol": () => { "a".localeCompare(Symbol()) },
  "concat nothing": () => { Array.prototype.concat.call(null) },
  "flat": () => { Array.prototype.flat.call(undefined) },
  "at": () => { Array.prototype.at.call(null) },
  "copyWithin": () => { Object.freeze([1, 2, 3]).copyWithin(0, 1) },
  "length overflow": () => { Array.prototype.push.call({ length: 2 ** 53 - 1 }, 1) },
  "toSpliced": () => { Array.prototype.toSpliced.call({ length: 2 ** 53 - 1 }, 0, 0, 1) },
};
for (const [name, f] of Object.entries(cases)) {
  try {
    f.call(undefined);
    console.log(`${name}: nothing`);
  } catch (error) {
    console.log(`${name}: ${error.name}: ${error.message}`);
  }
}
//= private read: TypeError: Cannot read private member #p from an object whose class did not declare it
//= private read null: TypeError: Cannot read properties of null (reading '#p')
//= private write: TypeError: Cannot write private member #p to an object whose class did not declare it
//= private call: TypeError: Receiver must be an instance of class A
//= private method write: TypeError: Private method '#m' is not writable
//= private getter write: TypeError: '#g' was defined without a setter
//= private setter read: TypeError: '#s' was defined without a getter
//= private static read: TypeError: Cannot read private member #sp from an object whose class did not declare it
//= private static call: TypeError: Receiver must be class A
//= private in: TypeError: Cannot use 'in' operator to search for '#p' in 5
//= private increment: TypeError: Cannot read private member #p from an object whose class did not declare it
//= private field twice: TypeError: Cannot initialize #x twice on the same object
//= private method twice: TypeError: Cannot initialize private methods of class TwiceMethod twice on the same object
//= private accessor twice: TypeError: Cannot initialize private methods of class TwiceAccessor twice on the same object
//= extends number: TypeError: Class extends value 5 is not a constructor or null
//= extends undefined: TypeError: Class extends value undefined is not a constructor or null
//= extends prototype: TypeError: Class extends value does not have valid prototype property 5
//= extends object: TypeError: Class extends value #<Object> is not a constructor or null
//= no super: ReferenceError: Must call super constructor in derived class before accessing 'this' or returning from derived constructor
//= this before super: ReferenceError: Must call super constructor in derived class before accessing 'this' or returning from derived constructor
//= super twice: ReferenceError: Super constructor may only be called once
//= derived return: TypeError: Derived constructors may only return object or undefined
//= super of null: TypeError: Super constructor null of X is not a constructor
//= super not constructor: TypeError: Super constructor null of X is not a constructor
//= super property write frozen: TypeError: Cannot add property x, object is not extensible
//= super property write readonly: TypeError: Cannot assign to read only property 'x' of object '#<X>'
//= super getter only: TypeError: Cannot set property x of #<P> which has only a getter
//= super read: TypeError: Cannot read properties of undefined (reading 'b')
//= static name: TypeError: Cannot read properties of undefined (reading 'bar')
//= accessor this: TypeError: Cannot read private member #v from an object whose class did not declare it
//= field initialiser: TypeError: Cannot read properties of undefined (reading 'c')
//= computed key: TypeError: Cannot read properties of null (reading 'x')
//= static block: TypeError: Cannot read properties of undefined (reading 'x')
//= class without new through apply: TypeError: Class constructor X cannot be invoked without 'new'
//= class without new through call: TypeError: Class constructor Y cannot be invoked without 'new'
//= getter call: TypeError: o.x is not a function
//= generator throw: Error: thrown
//= generator return: Error: finally
//= throw in iterator: Error: next
//= cause: Error: outer
//= AggregateError: AggregateError: many
//= AggregateError nothing: TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))
//= error message symbol: TypeError: Cannot convert a Symbol value to a string
//= Error.captureStackTrace: TypeError: invalid_argument
//= DOMException: AbortError: m
//= toString of Error: TypeError: Method Error.prototype.toString called on incompatible receiver 5
//= arguments callee: TypeError: 'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them
//= function caller: TypeError: 'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them
//= delete array length: TypeError: Cannot delete property 'length' of [object Array]
//= delete Math.PI: TypeError: Cannot delete property 'PI' of #<Object>
//= delete string index: TypeError: Cannot delete property '0' of [object String]
//= delete symbol: TypeError: Cannot delete property 'Symbol(k)' of #<Object>
//= frozen symbol: TypeError: Cannot assign to read only property 'Symbol(k)' of object '#<Object>'
//= frozen symbol add: TypeError: Cannot add property Symbol(k), object is not extensible
//= frozen function: TypeError: Cannot add property x, object is not extensible
//= frozen Map property: TypeError: Cannot add property x, object is not extensible
//= frozen null prototype: TypeError: Cannot add property x, object is not extensible
//= inherited readonly: TypeError: Cannot assign to read only property 'x' of object '#<Object>'
//= enum: TypeError: Cannot add property x, object is not extensible
//= setter throws: RangeError: set 5
//= compound undefined: TypeError: Cannot read properties of undefined (reading 'x')
//= logical assignment: TypeError: Cannot read properties of undefined (reading 'x')
//= optional chain: TypeError: Cannot read properties of null (reading 'b')
//= optional call: TypeError: o.a is not a function
//= nested call: TypeError: api.users.list is not a function
//= await undefined: TypeError: Cannot read properties of undefined (reading 'json')
//= callback argument: TypeError: fn is not a function
//= callback member argument: TypeError: o.fn is not a function
//= callback default: TypeError: fn is not a function
//= array method undefined: TypeError: Cannot read properties of undefined (reading 'map')
//= string split: TypeError: Cannot read properties of undefined (reading 'split')
//= console nope: TypeError: console.nope is not a function
//= Promise nope: TypeError: Promise.nope is not a function
//= globalThis nope: TypeError: globalThis.nope is not a function
//= globalThis chain: TypeError: Cannot read properties of undefined (reading 'x')
//= JSON nope: TypeError: JSON.parsed is not a function
//= date nope: TypeError: (intermediate value).format is not a function
//= iterator helper: TypeError: [1].values(...).nope is not a function
//= regexp nope: TypeError: /x/.nope is not a function
//= tagged null: TypeError: null is not a function
//= tagged undefined: TypeError: u is not a function
//= new.target: TypeError: Cannot read properties of undefined (reading 'y')
//= spread null object ok: nothing
//= toString missing: TypeError: Cannot convert object to primitive value
//= Number of object: TypeError: Cannot convert object to primitive value
//= Number of symbol: TypeError: Cannot convert a Symbol value to a number
//= parseInt symbol: TypeError: Cannot convert a Symbol value to a string
//= Math.max symbol: TypeError: Cannot convert a Symbol value to a number
//= String.concat symbol: TypeError: Cannot convert a Symbol value to a string
//= isNaN symbol: TypeError: Cannot convert a Symbol value to a number
//= array index symbol: TypeError: Cannot read properties of undefined (reading 'x')
//= join of null prototype: TypeError: Cannot convert object to primitive value
//= localeCompare symbol: TypeError: Cannot convert a Symbol value to a string
//= concat nothing: TypeError: Array.prototype.concat called on null or undefined
//= flat: TypeError: Cannot convert undefined or null to object
//= at: TypeError: Cannot convert undefined or null to object
//= copyWithin: TypeError: Cannot assign to read only property '0' of object '[object Array]'
//= length overflow: TypeError: Pushing 1 elements on an array-like of length 9007199254740991 is disallowed, as the total surpasses 2**53-1
//= toSpliced: TypeError: Invalid array length
