const log = [];
const spy = (name, prim) => ({
  [Symbol.toPrimitive](h) {
    log.push(`${name}:${h}`);
    return prim;
  },
});
const a = spy("a", 2),
  b = spy("b", "3");
const show = (label, v) => {
  console.log(label, v, log.join(" "));
  log.length = 0;
};
show("+", a + b);
show("*", a * b);
show("<", a < b);
show("==", a == 2);
show("===", a === 2);
show("tpl", `${a}`);
show("key", { [b]: 1 });
show("idx", [0, 1, 2, 3][a]);
show("max", Math.max(a, b));
show("num", Number(a));
show("str", String(b));
show("unary", [+a, -b]);
show(
  "inc",
  (() => {
    let x = a;
    x++;
    return x;
  })(),
);
show("in", a in { 2: 1 });
show("date", new Date(a).getTime());
show("parse", parseInt(b));
show("fromCharCode", String.fromCharCode(a));
show("join", [a, b].join());
show("sort", [b, a].sort().length);
show("isNaN", isNaN(a));
show("at", "abc".at(a));
show("repeat", "x".repeat(a));
show("slice", [1, 2, 3].slice(a));
show("JSON", JSON.stringify({ a }));
show("!", !a);
show("&&", a && 1);
show(
  "switch",
  (() => {
    switch (2) {
      case a:
        return "matched";
      default:
        return "strict";
    }
  })(),
);
show("includes", [2].includes(a));
show("concat", "x".concat(a));
show("bit", a | b);
show("**", a ** b);
show("%", b % a);
show("Symbol", Symbol(a).toString());
show("Error", new Error(a).message);
show(
  "+=",
  (() => {
    let s = "";
    s += a;
    return s;
  })(),
);
show("Object", Object(a) === a);
show("toFixed", (1).toFixed(a));
show("array length", new Array(a).length);
show("padStart", "x".padStart(a, b));
show("indexOf", "a2b".indexOf(a));
show("Boolean", Boolean(a));
show("defineProperty", Object.keys(Object.defineProperty({}, a, { enumerable: true })));
show("map key", new Map([[a, 1]]).has(2));
show("typeof", typeof a);
show("compare", [a >= b, a <= 2, a > null]);
const bad = {
  valueOf: () => ({}),
  toString: () => {
    throw new Error("ts");
  },
};
for (const f of [
  () => +bad,
  () => bad + "",
  () => `${bad}`,
  () => bad == 1,
  () => [bad].join(),
  () => ({ [bad]: 1 }),
  () => Number(bad),
  () => "x"[bad],
  () => new Date(bad),
  () => bad < 1,
])
  try {
    f();
    console.log("ok");
  } catch (e) {
    console.log(e.message);
  }
console.log(
  [] == "",
  [0] == false,
  [[1]] == 1,
  null + [],
  {} + 1,
  [1] * [2],
  "5" - [2],
  new Date(0) - 0,
  (new Date(0) + 1).slice(0, 3),
  {} > 1,
  [2] > 1,
  "b" > ["a"],
  null == 0,
  undefined == null,
  NaN == NaN,
  "1" == 1,
  true == "1",
  true == "true",
  Symbol.iterator == "x",
);
//= + 23 a:default b:default
//= * 6 a:number b:number
//= < true a:number b:number
//= == true a:default
//= === false
//= tpl 2 a:string
//= key { '3': 1 } b:string
//= idx 2 a:string
//= max 3 a:number b:number
//= num 2 a:number
//= str 3 b:string
//= unary [ 2, -3 ] a:number b:number
//= inc 3 a:number
//= in true a:string
//= date 2 a:default
//= parse 3 b:string
//= fromCharCode  a:number
//= join 2,3 a:string b:string
//= sort 2 a:string b:string
//= isNaN false a:number
//= at c a:number
//= repeat xx a:number
//= slice [ 3 ] a:number
//= JSON {"a":{}}
//= ! false
//= && 1
//= switch strict
//= includes false
//= concat x2 a:string
//= bit 3 a:number b:number
//= ** 8 a:number b:number
//= % 1 b:number a:number
//= Symbol Symbol(2) a:string
//= Error 2 a:string
//= += 2 a:default
//= Object true
//= toFixed 1.00 a:number
//= array length 1
//= padStart 3x a:number b:string
//= indexOf 1 a:string
//= Boolean true
//= defineProperty [ '2' ] a:string
//= map key false
//= typeof object
//= compare [ false, true, true ] a:number b:number a:number a:number
//= ts
//= ts
//= ts
//= ts
//= ts
//= ts
//= ts
//= ts
//= ts
//= ts
//= true true true null [object Object]1 2 3 0 Thu false true true false true false true true false false
