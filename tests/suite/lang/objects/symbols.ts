const a = Symbol("a"),
  b = Symbol("a");
console.log(
  a === b,
  a.toString(),
  a.description,
  Symbol().description,
  Symbol.for("k") === Symbol.for("k"),
  Symbol.keyFor(Symbol.for("k")),
  Symbol.keyFor(a),
);
const o = { [a]: 1, plain: 2 };
console.log(o, Object.keys(o), JSON.stringify(o), o[a], a in o, Object.getOwnPropertySymbols(o));
for (const f of [() => a + "", () => `${a}`, () => +a, () => new Symbol(),  () => a < 1]) {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
}
console.log(String(a), Boolean(a), !a, typeof a, Object(a) == a, typeof Object(a), [a].includes(a));
console.log(
  Symbol.iterator,
  [Symbol.asyncIterator],
  new Map([[a, b]]),
  Symbol.prototype[Symbol.toStringTag],
  Object(a).description,
);
console.log(Object.assign({}, o), { ...o }, a.valueOf() === a, Symbol("").toString(), Symbol("x").description.length);
//= false Symbol(a) a undefined true k undefined
//= { plain: 2, [Symbol(a)]: 1 } [ 'plain' ] {"plain":2} 1 true [ Symbol(a) ]
//= TypeError: Cannot convert a Symbol value to a string
//= TypeError: Cannot convert a Symbol value to a string
//= TypeError: Cannot convert a Symbol value to a number
//= TypeError: Symbol is not a constructor
//= TypeError: Cannot convert a Symbol value to a number
//= Symbol(a) true false symbol true object true
//= Symbol(Symbol.iterator) [ Symbol(Symbol.asyncIterator) ] Map(1) { Symbol(a) => Symbol(a) } Symbol a
//= { plain: 2, [Symbol(a)]: 1 } { plain: 2, [Symbol(a)]: 1 } true Symbol() 1
