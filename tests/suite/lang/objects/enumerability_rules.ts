const proto = { p: 1 };
const o = Object.create(proto, {
  e: { value: 1, enumerable: true },
  h: { value: 2 },
  [Symbol("s")]: { value: 3, enumerable: true },
});
const seen = [];
for (const k in o) seen.push(k);
console.log(
  seen,
  Object.keys(o),
  Object.values(o),
  Object.entries(o),
  Object.getOwnPropertyNames(o),
  Reflect.ownKeys(o).length,
  JSON.stringify(o),
  { ...o },
  Object.assign({}, o),
);
console.log(
  o.propertyIsEnumerable("e"),
  o.propertyIsEnumerable("h"),
  o.propertyIsEnumerable("p"),
  o.hasOwnProperty("p"),
  "p" in o,
  Object.hasOwn(o, "h"),
);
Object.defineProperty(proto, "e", { value: 9, enumerable: true });
Object.defineProperty(o, "p", { value: 9, enumerable: false });
const again = [];
for (const k in o) again.push(k);
console.log(again);
//= [ 'e', 'p' ] [ 'e' ] [ 1 ] [ [ 'e', 1 ] ] [ 'e', 'h' ] 3 {"e":1} { e: 1, [Symbol(s)]: 3 } { e: 1, [Symbol(s)]: 3 }
//= true false false false true true
//= [ 'e' ]
