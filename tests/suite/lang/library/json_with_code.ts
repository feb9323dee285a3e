console.log(JSON.stringify({ a: [1, { toJSON() { return "t" } }], get b() { return 2 }, c: undefined, d: () => 1, e: NaN, f: new Date(0) }));
console.log(JSON.stringify({ a: 1, b: [1, 2, { c: 3 }], e: {}, g: [] }, (k, v) => typeof v === "number" ? v * 2 : v, 2));
console.log(JSON.stringify({ a: 1, b: 2, c: { a: 3, d: 4 } }, ["a", "c", new String("d")]));
console.log(JSON.parse('{"a":[1,2,{"b":3}],"x":"d"}', function (k, v) { return typeof v === "number" ? v + 1 : k === "x" ? undefined : v }));
const o: any = { get q() { return 1 } }; o.self = { deep: { er: o } };
try { JSON.stringify(o) } catch (e) { console.log(e.message) }
console.log(JSON.stringify(new Map([[1, 2]])), JSON.stringify([undefined, () => 1, Symbol("x")], (k, v) => v), JSON.stringify(Object(1)), JSON.stringify("\u2028\"", (k, v) => v));
console.log(Math.max.apply(null, { length: 2, 0: 5, 1: 9 }), String({ __proto__: Error.prototype, name: { toString: () => "N" }, message: "m" }));
//= {"a":[1,"t"],"b":2,"e":null,"f":"1970-01-01T00:00:00.000Z"}
//= {
//=   "a": 2,
//=   "b": [
//=     2,
//=     4,
//=     {
//=       "c": 6
//=     }
//=   ],
//=   "e": {},
//=   "g": []
//= }
//= {"a":1,"c":{"a":3,"d":4}}
//= { a: [ 2, 3, { b: 4 } ] }
//= Converting circular structure to JSON
//=     --> starting at object with constructor 'Object'
//=     |     property 'self' -> object with constructor 'Object'
//=     |     property 'deep' -> object with constructor 'Object'
//=     --- property 'er' closes the circle
//= {} [null,null,null] 1 " \""
//= 9 N: m
