console.log(
  JSON.stringify({
    a: undefined,
    b: () => 1,
    c: Symbol("x"),
    d: NaN,
    e: -0,
    f: null,
    g: new Date(0),
    h: [undefined, () => 1, Symbol("y")],
    i: new Map([[1, 2]]),
    j: new Set([1]),
    k: Infinity,
    l: Object(1),
    m: Object("s"),
    n: Object(false),
  }),
);
console.log(
  JSON.stringify({ b: 1, a: [1, { x: [] }, {}] }, null, 2),
  JSON.stringify([1, [2]], null, "--"),
  JSON.stringify({ a: 1 }, null, 20).length,
  JSON.stringify([], null, 2),
  JSON.stringify({}, null, 2),
);
console.log(
  JSON.stringify({ a: 1, b: 2, c: { a: 3, d: 4 } }, ["a", "c"]),
  JSON.stringify({ a: 1, b: "x", c: [1, "y"] }, (k, v) => (typeof v === "string" ? undefined : v)),
  JSON.stringify({ a: 2 }, function (k, v) {
    return k === "" ? { wrapped: this[k] } : v;
  }),
);
console.log(
  JSON.stringify('\u2028\ud800\n\t"\\\u0007é😀'),
  JSON.stringify(undefined),
  JSON.stringify(null),
  JSON.stringify(() => 1),
  JSON.stringify(Symbol()),
  JSON.stringify({
    toJSON(k) {
      return "J" + k;
    },
  }),
  JSON.stringify({
    x: {
      toJSON(k) {
        return "J" + k;
      },
    },
  }),
  JSON.stringify({ [Symbol("s")]: 1, 1: "n", a: "s" }),
);
const cyc = { name: "c", list: [] };
cyc.list.push({ cyc });
try {
  JSON.stringify(cyc);
} catch (e) {
  console.log(e.name);
  console.log(e.message);
}
class P {
  #hidden = 1;
  shown = 2;
  get g() {
    return 3;
  }
}
console.log(
  JSON.stringify(new P()),
  JSON.stringify(Object.create({ inherited: 1 }, { own: { value: 1, enumerable: true }, no: { value: 2 } })),
  JSON.stringify([new P(), , 3]),
  JSON.stringify({
    get x() {
      return "getter";
    },
  }),
  JSON.stringify("abc".split("")),
  JSON.stringify(Object.assign([1], { extra: 1 })),
  JSON.stringify({ e: new Error("x") }),
);
const order = [];
JSON.stringify({ b: { y: 1 }, a: [0] }, (k, v) => (order.push(k), v));
console.log(order);
//= {"d":null,"e":0,"f":null,"g":"1970-01-01T00:00:00.000Z","h":[null,null,null],"i":{},"j":{},"k":null,"l":1,"m":"s","n":false}
//= {
//=   "b": 1,
//=   "a": [
//=     1,
//=     {
//=       "x": []
//=     },
//=     {}
//=   ]
//= } [
//= --1,
//= --[
//= ----2
//= --]
//= ] 20 [] {}
//= {"a":1,"c":{"a":3}} {"a":1,"c":[1,null]} {"wrapped":{"a":2}}
//= " \ud800\n\t\"\\\u0007é😀" undefined null undefined undefined "J" {"x":"Jx"} {"1":"n","a":"s"}
//= TypeError
//= Converting circular structure to JSON
//=     --> starting at object with constructor 'Object'
//=     |     property 'list' -> object with constructor 'Array'
//=     |     index 0 -> object with constructor 'Object'
//=     --- property 'cyc' closes the circle
//= {"shown":2} {"own":1} [{"shown":2},null,3] {"x":"getter"} ["a","b","c"] [1] {"e":{}}
//= [ '', 'b', 'y', 'a', '0' ]
