const tagged = {
  date: new Date(0),
  map: new Map([["a", 1]]),
  set: new Set([1, 2]),
  re: /x/g,
  undef: undefined,
  nan: NaN,
  nested: { date: new Date(1e12) },
};
const enc = function (k, v) {
  const raw = this[k];
  if (raw instanceof Date) return { $: "date", v: raw.getTime() };
  if (raw instanceof Map) return { $: "map", v: [...raw] };
  if (raw instanceof Set) return { $: "set", v: [...raw] };
  if (raw instanceof RegExp) return { $: "re", v: [raw.source, raw.flags] };
  if (Number.isNaN(raw)) return { $: "nan" };
  return v;
};
const dec = (k, v) =>
  ({
    date: (x) => new Date(x.v),
    map: (x) => new Map(x.v),
    set: (x) => new Set(x.v),
    re: (x) => new RegExp(...x.v),
    nan: () => NaN,
  })[v?.$]?.(v) ?? v;
const s = JSON.stringify(tagged, enc);
console.log(s);
console.log(JSON.parse(s, dec));
console.log(
  JSON.stringify({ a: [1, { b: 2 }] }, (k, v) => (Array.isArray(v) ? v.length : v)),
  JSON.stringify({ b: 1, a: 2 }, ["a", "b", 1]),
  JSON.stringify([{ a: 1, b: 2 }], ["b"]),
  JSON.stringify({ 1: 1, 2: 2 }, [1]),
  JSON.stringify({ a: 1 }, null, "\t"),
  JSON.stringify({ a: 1 }, null, ""),
  JSON.stringify({ a: [], b: {} }, null, 1),
  JSON.stringify({ a: 1 }, null, 3.9),
  JSON.stringify("x", null, 2),
  JSON.stringify([1], null, "longer than ten"),
);
const keys = [];
JSON.parse('{"a":{"b":[1,2]},"c":3}', (k, v) => (keys.push(k), v));
console.log(keys);
console.log(
  JSON.parse('{"a":1,"b":[1,2,3]}', (k, v) => (k === "1" ? undefined : v)),
  JSON.parse("[1,2,3]", function (k, v) {
    if (k === "0") this[1] = "changed";
    return v;
  }),
  JSON.parse('{"x":1}', (k, v) => (k === "" ? Object.keys(v) : v)),
);
class Temp {
  constructor(c) {
    this.c = c;
  }
  toJSON(k) {
    return { key: k, f: this.c * 1.8 + 32 };
  }
}
console.log(
  JSON.stringify([new Temp(100), { t: new Temp(0) }]),
  JSON.stringify({ toJSON: () => undefined }),
  JSON.stringify({ a: { toJSON: 5 } }),
  JSON.stringify({ [Symbol("s")]: 1 }),
  JSON.stringify(new Proxy_()),
);
function Proxy_() {
  this.a = 1;
}
Proxy_.prototype.b = 2;
try {
  JSON.stringify({
    get bad() {
      throw new Error("getter threw");
    },
  });
} catch (e) {
  console.log(e.message);
}
try {
  JSON.stringify({
    toJSON() {
      throw new Error("toJSON threw");
    },
  });
} catch (e) {
  console.log(e.message);
}
console.log(
  JSON.stringify({ a: "\u007f\u0080\uffff\udc00x\ud83d\ude00" }),
  JSON.stringify({ "k\n": 1 }),
  JSON.parse('"\\u00e9\\/\\b"').length,
  JSON.stringify(Object("abc")),
  JSON.stringify(Object.create({ p: 1 })),
  JSON.stringify([new Date(NaN)]),
  JSON.stringify(-0),
  JSON.stringify([, 1]),
  JSON.stringify(1e21),
  JSON.stringify({ a: -1e-7 }),
);
//= {"date":{"$":"date","v":0},"map":{"$":"map","v":[["a",1]]},"set":{"$":"set","v":[1,2]},"re":{"$":"re","v":["x","g"]},"nan":{"$":"nan"},"nested":{"date":{"$":"date","v":1000000000000}}}
//= {
//=   date: 1970-01-01T00:00:00.000Z,
//=   map: Map(1) { 'a' => 1 },
//=   set: Set(2) { 1, 2 },
//=   re: /x/g,
//=   nan: NaN,
//=   nested: { date: 2001-09-09T01:46:40.000Z }
//= }
//= {"a":2} {"a":2,"b":1} [{"b":2}] {"1":1} {
//= 	"a": 1
//= } {"a":1} {
//=  "a": [],
//=  "b": {}
//= } {
//=    "a": 1
//= } "x" [
//= longer tha1
//= ]
//= [ '0', '1', 'b', 'a', 'c', '' ]
//= { a: 1, b: [ 1, <1 empty item>, 3 ] } [ 1, 'changed', 3 ] [ 'x' ]
//= [{"key":"0","f":212},{"t":{"key":"t","f":32}}] undefined {"a":{"toJSON":5}} {} {"a":1}
//= getter threw
//= toJSON threw
//= {"a":"￿\udc00x😀"} {"k\n":1} 3 "abc" {} [null] 0 [null,1] 1e+21 {"a":-1e-7}
