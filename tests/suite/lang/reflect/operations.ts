const o = {
  a: 1,
  get g() {
    return this;
  },
};
console.log(
  Reflect.has(o, "a"),
  Reflect.get(o, "g", "receiver"),
  Reflect.set(o, "b", 2),
  Reflect.ownKeys(o),
  Reflect.deleteProperty(o, "b"),
  Reflect.getPrototypeOf(o) === Object.prototype,
  Reflect.isExtensible(o),
  Reflect.preventExtensions(o),
  Reflect.set(o, "z", 1),
  Reflect.defineProperty(o, "y", { value: 1 }),
  Reflect.setPrototypeOf(o, {}),
  Reflect.apply(Math.max, null, [1, 2]),
  Reflect.construct(Date, [0]).getTime(),
  Reflect.getOwnPropertyDescriptor(o, "a"),
  Reflect[Symbol.toStringTag],
);
const recv = {};
console.log(
  Reflect.set(
    {
      set x(v) {
        this.got = v;
      },
    },
    "x",
    5,
    recv,
  ),
  recv,
  Reflect.set({}, "p", 1, recv),
  recv,
  Reflect.set([], "length", 3),
  Reflect.set(Object.freeze([1]), 0, 2),
);
class A {
  constructor() {
    this.t = new.target.name;
  }
}
class B {}
console.log(
  Reflect.construct(A, [], B),
  Reflect.construct(
    function () {
      return new.target;
    },
    [],
    Array,
  ) === Array,
);
for (const bad of [
  () => Reflect.get(1, "a"),
  () => Reflect.ownKeys("s"),
  () => Reflect.defineProperty({}, "x", 1),
  () => Reflect.apply(A, null, []),
  () => Reflect.setPrototypeOf({}, 1),
  () => Reflect.construct(A),
])
  try {
    console.log(bad());
  } catch (e) {
    console.log(e.message);
  }
//= true receiver true [ 'a', 'g', 'b' ] true true true true false false false 2 0 { value: 1, writable: true, enumerable: true, configurable: true } Reflect
//= true { got: 5, p: 1 } true { got: 5, p: 1 } true false
//= B { t: 'B' } true
//= Reflect.get called on non-object
//= Reflect.ownKeys called on non-object
//= Property description must be an object: 1
//= Class constructor A cannot be invoked without 'new'
//= Object prototype may only be an Object or null: 1
//= CreateListFromArrayLike called on non-object
