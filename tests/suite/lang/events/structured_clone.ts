const o = {
  d: new Date(0),
  m: new Map([["k", { n: 1 }]]),
  s: new Set([1, [2]]),
  r: /x/gi,
  e: new RangeError("bad"),
  u: undefined,
  n: null,
  a: [1, , 3],
  nan: NaN,
  z: -0,
  b: Object(true),
  str: Object("s"),
  nested: { deep: [{ x: 1 }] },
};
o.self = o;
o.again = o.nested;
const c = structuredClone(o);
console.log(
  c.d.getTime(),
  c.m,
  c.s,
  c.r,
  c.e instanceof RangeError,
  c.e.message,
  "u" in c,
  c.a,
  1 in c.a,
  Object.is(c.z, -0),
  c.self === c,
  c.again === c.nested,
  c.nested !== o.nested,
  c.b,
  c.str,
  c.m.get("k") !== o.m.get("k"),
);
class P {
  x = 1;
  #y = 2;
  get g() {
    return 3;
  }
  m() {}
}
const p = structuredClone(new P());
console.log(p, p instanceof P, p.constructor === Object);
console.log(
  structuredClone(5),
  structuredClone("s"),
  structuredClone(null),
  structuredClone(undefined),
  structuredClone({
    get computed() {
      return "called";
    },
  }),
  structuredClone(Object.create({ inherited: 1 }, { own: { value: 1, enumerable: true }, hidden: { value: 2 } })),
);
for (const bad of [Symbol("s"), [Symbol.iterator], new WeakMap(), Promise.resolve()])
  try {
    structuredClone(bad);
    console.log("cloned");
  } catch (e) {
    console.log(e.name, e.message, e.code, e instanceof DOMException);
  }
try {
  structuredClone();
} catch (e) {
  console.log(e.name);
}
const frozen = Object.freeze({ a: 1 });
const t = structuredClone(frozen);
t.a = 2;
console.log(
  t,
  Object.isFrozen(t),
  structuredClone([[1], { a: [] }]),
  structuredClone(Object.assign([1, 2], { extra: 1 })),
);
const err = structuredClone(new TypeError("t", { cause: { a: 1 } }));
console.log(err.name, err.cause, err instanceof TypeError);
const shared = { v: 1 };
const two = structuredClone([shared, shared]);
console.log(two[0] === two[1], two);
//= 0 Map(1) { 'k' => { n: 1 } } Set(2) { 1, [ 2 ] } /x/gi true bad true [ 1, <1 empty item>, 3 ] false true true true true [Boolean: true] [String: 's'] true
//= { x: 1 } false true
//= 5 s null undefined { computed: 'called' } { own: 1 }
//= DataCloneError Symbol(s) could not be cloned. 25 true
//= DataCloneError Symbol(Symbol.iterator) could not be cloned. 25 true
//= DataCloneError #<WeakMap> could not be cloned. 25 true
//= DataCloneError #<Promise> could not be cloned. 25 true
//= TypeError
//= { a: 2 } false [ [ 1 ], { a: [] } ] [ 1, 2, extra: 1 ]
//= TypeError { a: 1 } true
//= true [ { v: 1 }, { v: 1 } ]
