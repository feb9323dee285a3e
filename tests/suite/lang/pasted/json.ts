const data = {
  users: [{ id: 1, name: "A", tags: ["x"], meta: { created: new Date(0), deleted: undefined, fn() {} } }],
  total: 1,
  ratio: 0.1,
  big: 1e21,
  neg: -0,
  nan: NaN,
  inf: Infinity,
  nil: null,
  text: 'q"uo\\te\n\u2028\ud800é',
};
console.log(JSON.stringify(data));
console.log(JSON.stringify(data, null, 2));
console.log(JSON.stringify(data, ["users", "id", "total"], "--"));
console.log(JSON.stringify(data, (k, v) => (typeof v === "number" ? v + 1 : v)));
console.log(
  JSON.parse(JSON.stringify(data), (k, v) => (k === "created" ? new Date(v) : v)).users[0].meta.created instanceof Date,
);
for (const bad of [
  "{",
  "[1,]",
  "{'a':1}",
  "undefined",
  "",
  "tru",
  '{"a":1,}',
  "[1 2]",
  '"abc',
  "01",
  "1.",
  '{"a" 1}',
  "nul",
  "[",
  '{"a":\n  bad}',
  '"\\x"',
  '"\t"',
  "-",
  "1e",
  "{}x",
  "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,oops,21,22,23,24,25,26]",
]) {
  try {
    JSON.parse(bad);
    console.log("parsed?", bad);
  } catch (e) {
    console.log(e.name, e.message);
  }
}
console.log(
  JSON.parse(' [1, "a", {"b": [true, false, null]}, -1.5e3] '),
  JSON.parse('"\\u0041\\n"'),
  JSON.parse('{"__proto__": 1, "a": 2, "a": 3}'),
  JSON.stringify(JSON.parse('{"__proto__": 1}')),
);
console.log(
  JSON.stringify({
    toJSON(key) {
      return `json:${key}`;
    },
  }),
  JSON.stringify({
    a: {
      toJSON(key) {
        return key;
      },
    },
  }),
  JSON.stringify([undefined, () => {}, Symbol()]),
  JSON.stringify(undefined),
  JSON.stringify(() => {}),
  JSON.stringify(Symbol()),
  JSON.stringify("x"),
  JSON.stringify(null),
  JSON.stringify([]),
  JSON.stringify({}),
  JSON.stringify([[]], null, 1),
  JSON.stringify({ a: [], b: {} }, null, "\t"),
  JSON.stringify(Object(1)),
  JSON.stringify(new Map([[1, 2]])),
  JSON.stringify(new Set([1])),
  JSON.stringify({ d: new Date(NaN) }),
  JSON.stringify("\u007f\u0000\ud83d\ude00"),
);
class Money {
  #c;
  constructor(c) {
    this.#c = c;
  }
  toJSON() {
    return (this.#c / 100).toFixed(2);
  }
  static reviver(k, v) {
    return k === "price" ? new Money(v * 100) : v;
  }
}
console.log(JSON.stringify({ price: new Money(1999) }), JSON.parse('{"price":"19.99"}', Money.reviver));
const circ = { name: "root", child: { arr: [] } };
circ.child.arr.push(circ);
try {
  JSON.stringify(circ);
} catch (e) {
  console.log(e.message);
}
console.log(circ);
class Node2 {
  constructor(v, p) {
    this.v = v;
    this.parent = p;
    this.kids = [];
    p?.kids.push(this);
  }
}
const root = new Node2(1);
new Node2(2, root);
try {
  JSON.stringify(root);
} catch (e) {
  console.log(e.message);
}
console.log(root);
const getCircularReplacer = () => {
  const seen = new WeakSet();
  return (k, v) => {
    if (typeof v === "object" && v !== null) {
      if (seen.has(v)) return "[Circular]";
      seen.add(v);
    }
    return v;
  };
};
console.log(JSON.stringify(circ, getCircularReplacer()));
const sortKeys = (o) =>
  Array.isArray(o)
    ? o.map(sortKeys)
    : o && typeof o === "object"
      ? Object.keys(o)
          .sort()
          .reduce((r, k) => ({ ...r, [k]: sortKeys(o[k]) }), {})
      : o;
console.log(sortKeys({ z: 1, a: { d: 1, c: [{ y: 1, x: 2 }] }, 10: 1, 9: 2 }));
const flatten = (o, p = "") =>
  Object.entries(o).reduce(
    (r, [k, v]) => (v && typeof v === "object" ? { ...r, ...flatten(v, `${p}${k}.`) } : { ...r, [p + k]: v }),
    {},
  );
console.log(flatten({ a: { b: { c: 1 }, d: [1, { e: 2 }] }, f: null }));
//= {"users":[{"id":1,"name":"A","tags":["x"],"meta":{"created":"1970-01-01T00:00:00.000Z"}}],"total":1,"ratio":0.1,"big":1e+21,"neg":0,"nan":null,"inf":null,"nil":null,"text":"q\"uo\\te\n \ud800é"}
//= {
//=   "users": [
//=     {
//=       "id": 1,
//=       "name": "A",
//=       "tags": [
//=         "x"
//=       ],
//=       "meta": {
//=         "created": "1970-01-01T00:00:00.000Z"
//=       }
//=     }
//=   ],
//=   "total": 1,
//=   "ratio": 0.1,
//=   "big": 1e+21,
//=   "neg": 0,
//=   "nan": null,
//=   "inf": null,
//=   "nil": null,
//=   "text": "q\"uo\\te\n \ud800é"
//= }
//= {
//= --"users": [
//= ----{
//= ------"id": 1
//= ----}
//= --],
//= --"total": 1
//= }
//= {"users":[{"id":2,"name":"A","tags":["x"],"meta":{"created":"1970-01-01T00:00:00.000Z"}}],"total":2,"ratio":1.1,"big":1e+21,"neg":1,"nan":null,"inf":null,"nil":null,"text":"q\"uo\\te\n \ud800é"}
//= true
//= SyntaxError Expected property name or '}' in JSON at position 1
//= SyntaxError Unexpected token ']', "[1,]" is not valid JSON
//= SyntaxError Expected property name or '}' in JSON at position 1
//= SyntaxError "undefined" is not valid JSON
//= SyntaxError Unexpected end of JSON input
//= SyntaxError Unexpected end of JSON input
//= SyntaxError Expected double-quoted property name in JSON at position 7
//= SyntaxError Expected ',' or ']' after array element in JSON at position 3
//= SyntaxError Unterminated string in JSON at position 4
//= SyntaxError Unexpected number in JSON at position 1
//= SyntaxError Unterminated fractional number in JSON at position 2
//= SyntaxError Expected ':' after property name in JSON at position 5
//= SyntaxError Unexpected end of JSON input
//= SyntaxError Unexpected end of JSON input
//= SyntaxError Unexpected token 'b', "{"a":
//=   bad}" is not valid JSON
//= SyntaxError Bad escaped character in JSON at position 2
//= SyntaxError Bad control character in string literal in JSON at position 1
//= SyntaxError No number after minus sign in JSON at position 1
//= SyntaxError Exponent part is missing a number in JSON at position 2
//= SyntaxError Unexpected non-whitespace character after JSON at position 2
//= SyntaxError Unexpected token 'o', ...",18,19,20,oops,21,22"... is not valid JSON
//= [ 1, 'a', { b: [ true, false, null ] }, -1500 ] A
//=  { ['__proto__']: 1, a: 3 } {"__proto__":1}
//= "json:" {"a":"a"} [null,null,null] undefined undefined undefined "x" null [] {} [
//=  []
//= ] {
//= 	"a": [],
//= 	"b": {}
//= } 1 {} {} {"d":null} "\u0000😀"
//= {"price":"19.99"} { price: Money {} }
//= Converting circular structure to JSON
//=     --> starting at object with constructor 'Object'
//=     |     property 'child' -> object with constructor 'Object'
//=     |     property 'arr' -> object with constructor 'Array'
//=     --- index 0 closes the circle
//= <ref *1> { name: 'root', child: { arr: [ [Circular *1] ] } }
//= Converting circular structure to JSON
//=     --> starting at object with constructor 'Node2'
//=     |     property 'kids' -> object with constructor 'Array'
//=     |     index 0 -> object with constructor 'Node2'
//=     --- property 'parent' closes the circle
//= <ref *1> Node2 {
//=   v: 1,
//=   parent: undefined,
//=   kids: [ Node2 { v: 2, parent: [Circular *1], kids: [] } ]
//= }
//= {"name":"root","child":{"arr":["[Circular]"]}}
//= { '9': 2, '10': 1, a: { c: [ [Object] ], d: 1 }, z: 1 }
//= { 'a.b.c': 1, 'a.d.0': 1, 'a.d.1.e': 2, f: null }
