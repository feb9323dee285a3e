console.log(
  Object.entries({ a: 1, b: [2] }),
  Object.fromEntries([
    ["x", 1],
    ["y", 2],
  ]),
  Object.fromEntries(new Map([["m", 1]])),
);
console.log(Object.values("ab"), Object.keys([4, 5]), Object.entries([7]));
console.log(Object.is(NaN, NaN), Object.is(0, -0), Object.assign({ a: 1 }, null, { b: 2 }, "c", 5));
console.log(Object.hasOwn([1], 0), Object.hasOwn("a", "length"), Object(1) + 1, typeof Object("s"), Object(null));
const target = {
  set v(x) {
    console.log("assign calls setters", x);
  },
};
Object.assign(target, { v: 1 });
console.log({
  ...{
    get v() {
      return "copied";
    },
  },
});
try {
  Object.fromEntries([1]);
} catch (e) {
  console.log(e.message);
}
try {
  Object.keys(null);
} catch (e) {
  console.log(e.message);
}
try {
  Object.create(1);
} catch (e) {
  console.log(e.message);
}
console.log(
  typeof Object.entries,
  Object.name,
  Object.length,
  new Object(5),
  Object.getOwnPropertySymbols({ [Symbol.iterator]: 1 }),
);
console.log(
  Object.entries({ b: 1, a: 2 }).sort().flat(),
  Object.prototype.toString.call(null),
  {}.toString.call([]),
  {}.toLocaleString(),
);
//= [ [ 'a', 1 ], [ 'b', [ 2 ] ] ] { x: 1, y: 2 } { m: 1 }
//= [ 'a', 'b' ] [ '0', '1' ] [ [ '0', 7 ] ]
//= true false { '0': 'c', a: 1, b: 2 }
//= true true 2 object {}
//= assign calls setters 1
//= { v: 'copied' }
//= Iterator value 1 is not an entry object
//= Cannot convert undefined or null to object
//= Object prototype may only be an Object or null: 1
//= function Object 1 [Number: 5] [ Symbol(Symbol.iterator) ]
//= [ 'a', 2, 'b', 1 ] [object Null] [object Array] [object Object]
