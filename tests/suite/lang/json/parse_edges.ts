// JSON.parse: numbers, keys, revivers that delete and replace, what is refused.
console.log(JSON.parse("-0"), JSON.parse("1E3"), JSON.parse("1e999"), JSON.parse('"\\u0041\\ud83d\\n\\/"').length, JSON.parse(" \t\r\n[ ] "));
console.log(JSON.parse('{"a":1,"a":2,"2":0,"1":0,"__proto__":[1]}'), Object.keys(JSON.parse('{"b":1,"10":2,"9":3,"-1":4}')));
for (const bad of ["", "01", "1.", ".5", "+1", "0x1", "'a'", "[1,]", '{"a":1,}', "{a:1}", "undefined", "NaN", '"\t"', '"\\x41"', '"\\u12"', "[1 2]", "nul", "1 2", "\u00a01", '"a', "{", "--1"])
  try {
    console.log("accepted", bad, JSON.parse(bad));
  } catch (e) {
    if (e.name !== "SyntaxError") console.log(bad, e.name);
  }
const log = [];
const r = JSON.parse('{"a":[1,2,{"b":3}],"c":null,"d":"x"}', function (k, v) {
  log.push(k + ":" + (Array.isArray(this) ? "arr" : typeof this));
  if (k === "0" || k === "c") return undefined;
  return typeof v === "number" ? v * 2 : v;
});
console.log(r, log.join(" "));
console.log(JSON.parse("[1,2,3]", (k, v) => (k === "" ? v : k)), JSON.parse("5", (k, v) => [k, v]), JSON.parse("[1]", 5));
console.log(JSON.parse('{"a":1,"b":2}', function (k, v) { if (k === "a") this.b = { late: 1 }; return v; }));
console.log(JSON.parse("null"), JSON.parse(true), JSON.parse(["1"]), JSON.parse({ toString: () => "[0]" }));
//= -0 1000 Infinity 4 []
//= { '1': 0, '2': 0, a: 2, ['__proto__']: [ 1 ] } [ '9', '10', 'b', '-1' ]
//= { a: [ <1 empty item>, 4, { b: 6 } ], d: 'x' } 0:arr 1:arr b:object 2:arr a:object c:object d:object :object
//= [ '0', '1', '2' ] [ '', 5 ] [ 1 ]
//= { a: 1, b: { late: 1 } }
//= null true 1 [ 0 ]
