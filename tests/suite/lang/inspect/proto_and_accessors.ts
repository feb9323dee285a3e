class A {
  x = 1;
  get y() {
    return 2;
  }
  set y(v) {}
  static z = 3;
  #p = 4;
  m() {}
}
class B extends A {
  w = [1];
}
console.log(
  new A(),
  new B(),
  [new B()],
  { b: new B() },
  A,
  B,
  { A },
  Object.getPrototypeOf(new B()),
  new B().m,
  A.prototype.m,
);
const o = Object.create({ inherited: 1 });
o.own = 1;
console.log(
  o,
  Object.create(A.prototype),
  Object.create(null, { a: { value: 1, enumerable: true }, hidden: { value: 2 } }),
);
console.log(
  {
    get a() {
      return 1;
    },
  },
  { set a(v) {} },
  {
    get a() {
      return 1;
    },
    set a(v) {},
  },
  {
    get [Symbol("s")]() {
      return 1;
    },
  },
  Object.defineProperty({}, "hidden", { value: 1 }),
  Object.defineProperty([], "extra", { value: 1, enumerable: true }),
);
const e = new (class extends Map {
  constructor() {
    super([[1, 2]]);
    this.extra = true;
  }
})();
console.log(
  e,
  new (class Foo extends Set {})([1]),
  new (class Bar extends Array {})(3),
  new (class extends Promise {})(() => {}),
  new (class Baz extends Date {})(0),
  Object.assign(new Date(0), { tag: 1 }),
  Object.assign(/x/g, { k: 1 }),
);
console.log(
  [new Number(1), new String("s"), new Boolean(true), Object(Symbol("q"))],
  Object.assign(new Number(5), { k: 1 }),
  new (class N extends Number {})(7),
);
function F() {
  this.a = 1;
}
F.prototype.b = 2;
console.log(
  new F(),
  F,
  Object.assign(F, { prop: 1 }),
  new (F.bind())(),
  Object.assign(() => {}, { x: { y: { z: { w: 1 } } } }),
);
console.log(
  globalThis === undefined,
  Symbol.iterator,
  [Symbol("x")],
  { [Symbol("k")]: Symbol("v") },
  Symbol(""),
  Symbol("with space"),
);
console.log(
  { a: { b: { c: {} } } },
  { a: { b: { c: { d: 1 } } } },
  { a: { b: { c: [] } } },
  { a: { b: { c: [1] } } },
  { a: { b: { c: new Map([[1, 2]]) } } },
  { a: { b: { c: () => {} } } },
  { a: { b: { c: class X {} } } },
  { a: { b: { c: new A() } } },
  { a: { b: { c: new Date(0) } } },
  { a: { b: { c: null } } },
);
//= A { x: 1 } B { x: 1, w: [ 1 ] } [ B { x: 1, w: [ 1 ] } ] { b: B { x: 1, w: [ 1 ] } } [class A] { z: 3 } [class B extends A] { A: [class A] { z: 3 } } A {} [Function: m] [Function: m]
//= { own: 1 } A {} [Object: null prototype] { a: 1 }
//= { a: [Getter] } { a: [Setter] } { a: [Getter/Setter] } { [Symbol(s)]: [Getter] } {} [ extra: 1 ]
//= Map(1) { 1 => 2, extra: true } Foo(1) [Set] { 1 } Bar(3) [ <3 empty items> ] Promise { <pending> } Baz 1970-01-01T00:00:00.000Z 1970-01-01T00:00:00.000Z { tag: 1 } /x/g { k: 1 }
//= [ [Number: 1], [String: 's'], [Boolean: true], [Symbol: Symbol(q)] ] [Number: 5] { k: 1 } [Number (N): 7]
//= F { a: 1 } [Function: F] { prop: 1 } [Function: F] { prop: 1 } F { a: 1 } [Function (anonymous)] { x: { y: { z: [Object] } } }
//= false Symbol(Symbol.iterator) [ Symbol(x) ] { [Symbol(k)]: Symbol(v) } Symbol() Symbol(with space)
//= { a: { b: { c: {} } } } { a: { b: { c: [Object] } } } { a: { b: { c: [] } } } { a: { b: { c: [Array] } } } { a: { b: { c: [Map] } } } { a: { b: { c: [Function: c] } } } { a: { b: { c: [class X] } } } { a: { b: { c: [A] } } } { a: { b: { c: 1970-01-01T00:00:00.000Z } } } { a: { b: { c: null } } }
