console.log(
  JSON.parse('{"a":[1,2,{"b":null}],"c":"\\u0041\\n","d":-1.5e2,"e":true}'),
  JSON.parse(" [1 , 2] "),
  JSON.parse('"x"'),
  JSON.parse("1"),
  JSON.parse('{"__proto__": 1, "a": 1, "a": 2}'),
  JSON.parse("null"),
);
console.log(
  JSON.parse('[1,{"a":2,"b":3}]', (k, v) => (typeof v === "number" ? v * 10 : v)),
  JSON.parse('{"a":1,"b":2}', (k, v) => (k === "a" ? undefined : v)),
  JSON.parse('{"d":"2020-01-01T00:00:00.000Z"}', (k, v) => (k === "d" ? new Date(v) : v)).d.getUTCFullYear(),
);
const order = [];
JSON.parse('{"a":[1,2],"b":{"c":3}}', function (k, v) {
  order.push(k + ":" + JSON.stringify(this));
  return v;
});
console.log(order);
for (const s of [
  "",
  "{",
  "{a:1}",
  "[1,]",
  '{"a":1,}',
  "01",
  "1.",
  "'x'",
  '"\n"',
  '"\\x"',
  "undefined",
  "NaN",
  "[1 2]",
  '{"a" 1}',
  "tru",
  "--1",
  '"abc',
  "1 1",
  "\u00a01",
  '{"a":1}}',
  "[",
  '["\\u12"]',
])
  try {
    console.log(JSON.parse(s));
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
const round = { s: "é\u2028", n: [1.5, -0, 1e21], nested: { a: { b: { c: [] } } } };
console.log(
  JSON.stringify(JSON.parse(JSON.stringify(round))) === JSON.stringify(round),
  JSON.parse(5),
  JSON.parse([1]),
  JSON.parse(null),
  JSON[Symbol.toStringTag],
  Object.prototype.toString.call(JSON),
);
try {
  JSON.parse();
} catch (e) {
  console.log(e.message);
}
const big = JSON.parse("[" + Array(1000).fill('{"k":[1,2,3]}').join() + "]");
console.log(big.length, big[999].k[2], JSON.parse("[".repeat(500) + "]".repeat(500)).length);
//= { a: [ 1, 2, { b: null } ], c: 'A\n', d: -150, e: true } [ 1, 2 ] x 1 { ['__proto__']: 1, a: 2 } null
//= [ 10, { a: 20, b: 30 } ] { b: 2 } 2020
//= [
//=   '0:[1,2]',
//=   '1:[1,2]',
//=   'a:{"a":[1,2],"b":{"c":3}}',
//=   'c:{"c":3}',
//=   'b:{"a":[1,2],"b":{"c":3}}',
//=   ':{"":{"a":[1,2],"b":{"c":3}}}'
//= ]
//= SyntaxError: Unexpected end of JSON input
//= SyntaxError: Expected property name or '}' in JSON at position 1
//= SyntaxError: Expected property name or '}' in JSON at position 1
//= SyntaxError: Unexpected token ']', "[1,]" is not valid JSON
//= SyntaxError: Expected double-quoted property name in JSON at position 7
//= SyntaxError: Unexpected number in JSON at position 1
//= SyntaxError: Unterminated fractional number in JSON at position 2
//= SyntaxError: Unexpected token ''', "'x'" is not valid JSON
//= SyntaxError: Bad control character in string literal in JSON at position 1
//= SyntaxError: Bad escaped character in JSON at position 2
//= SyntaxError: "undefined" is not valid JSON
//= SyntaxError: "NaN" is not valid JSON
//= SyntaxError: Expected ',' or ']' after array element in JSON at position 3
//= SyntaxError: Expected ':' after property name in JSON at position 5
//= SyntaxError: Unexpected end of JSON input
//= SyntaxError: No number after minus sign in JSON at position 1
//= SyntaxError: Unterminated string in JSON at position 4
//= SyntaxError: Unexpected non-whitespace character after JSON at position 2
//= SyntaxError: Unexpected token ' ', " 1" is not valid JSON
//= SyntaxError: Unexpected non-whitespace character after JSON at position 7
//= SyntaxError: Unexpected end of JSON input
//= SyntaxError: Bad Unicode escape in JSON at position 6
//= true 5 1 null JSON [object JSON]
//= "undefined" is not valid JSON
//= 1000 3 1
