const o = Object.create(
  { inh: 1 },
  {
    a: { value: 1, enumerable: true },
    hidden: { value: 2 },
    acc: {
      get() {
        return this.a * 2;
      },
      set(v) {
        console.log("set", v);
      },
      enumerable: true,
      configurable: true,
    },
  },
);
console.log(o, Object.keys(o), Object.getOwnPropertyNames(o), "inh" in o, Object.hasOwn(o, "inh"), o.acc);
for (const k in o) console.log(k);
try {
  o.a = 5;
} catch (e) {
  console.log(e.message);
}
o.acc = 3;
console.log(Object.getOwnPropertyDescriptors(o));
console.log(
  Reflect.set(o, "a", 9),
  Reflect.has(o, "inh"),
  Reflect.deleteProperty(o, "acc"),
  Reflect.ownKeys(o),
  Reflect.get(
    {
      get x() {
        return this.y;
      },
    },
    "x",
    { y: 7 },
  ),
  Reflect.apply(Math.max, null, [1, 3]),
  Reflect.construct(Date, [0]).getTime(),
  Reflect.getPrototypeOf([]) === Array.prototype,
  Reflect.defineProperty(Object.freeze({}), "x", { value: 1 }),
);
const frozen = Object.freeze({ n: { m: 1 }, arr: [1] });
frozen.n.m = 2;
frozen.arr.push(2);
console.log(frozen, Object.isFrozen(frozen), Object.isFrozen(frozen.n), Object.isSealed(frozen));
const deepFreeze = (x) => (
  Object.values(x).forEach((v) => typeof v === "object" && v && deepFreeze(v)),
  Object.freeze(x)
);
try {
  deepFreeze({ a: { b: 1 } }).a.b = 2;
} catch (e) {
  console.log(e.message);
}
const sealed = Object.seal({ x: 1 });
sealed.x = 2;
try {
  sealed.y = 1;
} catch (e) {
  console.log(e.message);
}
console.log(
  sealed,
  Object.isExtensible(sealed),
  Object.entries({ b: 1, a: 2, 2: "n", 1: "m" }),
  Object.assign({}, "ab", null, [9], { c: 3 }),
  Object.fromEntries(Object.entries({ a: 1, b: 2 }).map(([k, v]) => [k.toUpperCase(), v ** 2])),
);
class Vec {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  static #zero = new Vec(0, 0);
  static get zero() {
    return this.#zero;
  }
  *[Symbol.iterator]() {
    yield this.x;
    yield this.y;
  }
  [Symbol.toPrimitive](h) {
    return h === "string" ? `(${this.x}, ${this.y})` : Math.hypot(this.x, this.y);
  }
  static [Symbol.hasInstance](v) {
    return "x" in Object(v) && "y" in Object(v);
  }
  get [Symbol.toStringTag]() {
    return "Vec";
  }
  equals({ x, y }) {
    return this.x === x && this.y === y;
  }
}
const v = new Vec(3, 4);
const [vx, vy] = v;
console.log(
  vx,
  vy,
  `${v}`,
  +v,
  v > 4,
  { x: 1, y: 2 } instanceof Vec,
  5 instanceof Vec,
  String(v),
  Object.prototype.toString.call(v),
  v,
  Vec.zero,
  v.equals({ x: 3, y: 4 }),
  [...v],
  Math.max(...v),
  new Map([[v, "vec"]]).get(v),
);
function Legacy(n) {
  if (!new.target) return new Legacy(n);
  this.n = n;
}
Legacy.prototype = {
  constructor: Legacy,
  get double() {
    return this.n * 2;
  },
  inc() {
    this.n++;
    return this;
  },
};
Object.defineProperty(Legacy.prototype, "constructor", { enumerable: false });
Legacy.from = (n) => new Legacy(n);
console.log(
  Legacy(1).inc().double,
  new Legacy(5),
  Legacy.from(2) instanceof Legacy,
  Object.keys(Legacy),
  Legacy.prototype,
);
const bound = Legacy.prototype.inc.bind(new Legacy(10));
console.log(bound().n, bound.name, bound.length, bound);
const mixin = {
  hi() {
    return `hi ${this.name}`;
  },
};
class P {
  constructor(n) {
    this.name = n;
  }
}
Object.assign(P.prototype, mixin);
console.log(new P("z").hi(), Object.keys(P.prototype), P.prototype.hi === mixin.hi);
console.log(
  Symbol.iterator in [],
  typeof Symbol.asyncIterator,
  Object.getOwnPropertySymbols({ [Symbol("a")]: 1, [Symbol.for("b")]: 2 }),
  Symbol("x").toString(),
  Object(Symbol("y")).description,
  Symbol.for("k").description,
);
const wm = new WeakMap();
const priv = (o) => wm.get(o) ?? wm.set(o, {}).get(o);
class Acc {
  constructor(b) {
    priv(this).b = b;
  }
  get b() {
    return priv(this).b;
  }
}
console.log(new Acc(5).b, new Acc(6));
console.log(
  [1, [2, [3, [4]]]].flat(Infinity),
  structuredClone({
    d: new Date(0),
    s: new Set([1]),
    m: new Map([["a", { b: [1] }]]),
    e: new RangeError("r").message,
    u: undefined,
    n: null,
    r: /x/gi,
    big: [, 1],
  }),
  typeof structuredClone,
);
const args = (function () {
  arguments[0] = "z";
  return arguments;
})("a", "b");
console.log(args, Array.from(args), [...args], args.length, Object.keys(args));
console.log(
  Number.MAX_SAFE_INTEGER,
  Number.EPSILON > 0,
  Number.parseFloat("1.5e3"),
  (1e-10).toFixed(5),
  (1234.5678).toFixed(1),
  (0).toFixed(2),
  (-1.5).toFixed(),
  (1e20).toString(),
  (123.456).toString(36),
  (255).toString(16).padStart(4, "0"),
  Number("12_3"),
  1_2_3,
  0o17,
  0b101,
  0.5,
  5,
  0xff,
  1e3,
);
class A {
  static s = "A.s";
  static who() {
    return `static ${this.name} ${super.toString === Function.prototype.toString}`;
  }
  who() {
    return "A";
  }
  x = this.init();
  init() {
    return "A.init";
  }
}
class B extends A {
  static s2 = super.s + "!";
  y = super.who();
  who() {
    return "B>" + super.who();
  }
  init() {
    return "B.init";
  }
  get z() {
    return super.init();
  }
}
const b = new B();
console.log(
  b,
  b.who(),
  b.z,
  B.who(),
  B.s2,
  B.s,
  Object.getOwnPropertyNames(B),
  b.constructor.name,
  new (class extends B {
    constructor() {
      super();
      return { custom: 1 };
    }
  })(),
  B.prototype instanceof A,
  Object.getPrototypeOf(B) === A,
);
//= { a: 1, acc: [Getter/Setter] } [ 'a', 'acc' ] [ 'a', 'hidden', 'acc' ] true false 2
//= a
//= acc
//= inh
//= Cannot assign to read only property 'a' of object '#<Object>'
//= set 3
//= {
//=   a: { value: 1, writable: false, enumerable: true, configurable: false },
//=   hidden: { value: 2, writable: false, enumerable: false, configurable: false },
//=   acc: {
//=     get: [Function: get],
//=     set: [Function: set],
//=     enumerable: true,
//=     configurable: true
//=   }
//= }
//= false true true [ 'a', 'hidden' ] 7 3 0 true false
//= { n: { m: 2 }, arr: [ 1, 2 ] } true false true
//= Cannot assign to read only property 'b' of object '#<Object>'
//= Cannot add property y, object is not extensible
//= { x: 2 } false [ [ '1', 'm' ], [ '2', 'n' ], [ 'b', 1 ], [ 'a', 2 ] ] { '0': 9, '1': 'b', c: 3 } { A: 1, B: 4 }
//= 3 4 (3, 4) 5 true true false (3, 4) [object Vec] Vec { x: 3, y: 4 } Vec { x: 0, y: 0 } true [ 3, 4 ] 4 vec
//= 4 Legacy { n: 5 } true [ 'from' ] { double: [Getter], inc: [Function: inc] }
//= 11 bound inc 0 [Function: bound inc]
//= hi z [ 'hi' ] true
//= true symbol [ Symbol(a), Symbol(b) ] Symbol(x) y k
//= 5 Acc {}
//= [ 1, 2, 3, 4 ] {
//=   d: 1970-01-01T00:00:00.000Z,
//=   s: Set(1) { 1 },
//=   m: Map(1) { 'a' => { b: [Array] } },
//=   e: 'r',
//=   u: undefined,
//=   n: null,
//=   r: /x/gi,
//=   big: [ <1 empty item>, 1 ]
//= } function
//= [Arguments] { '0': 'z', '1': 'b' } [ 'z', 'b' ] [ 'z', 'b' ] 2 [ '0', '1' ]
//= 9007199254740991 true 1500 0.00000 1234.6 0.00 -2 100000000000000000000 3f.gez4w97ry 00ff NaN 123 15 5 0.5 5 255 1000
//= B { x: 'B.init', y: 'A' } B>A A.init static B true A.s! A.s [ 'length', 'name', 'prototype', 's2' ] B { custom: 1 } true true
