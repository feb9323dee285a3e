const re = /a(b)?/g;
const s = "ab a abc";
let m;
while ((m = re.exec(s)) !== null) console.log(m.index, m[0], m[1], re.lastIndex);
console.log(re.lastIndex);
const y = /\d/y;
console.log(y.exec("1a2")?.[0], y.lastIndex, y.exec("1a2"), y.lastIndex);
y.lastIndex = 2;
console.log(y.exec("1a2")?.[0], y.lastIndex);
const gy = /a/gy;
console.log("aaba".match(gy), gy.lastIndex, "aaba".replace(gy, "x"), "baa".replace(gy, "x"));
const empty = /(?:)/g;
console.log("abc".match(empty), "abc".replace(empty, "-"), empty.lastIndex);
const u = /(?:)/gu;
console.log("😀".match(u).length, "😀".match(empty).length);
const once = /x/;
once.lastIndex = 5;
console.log(once.test("x"), once.lastIndex);
const frozen = Object.freeze(/a/g);
try {
  frozen.test("a");
} catch (e) {
  console.log(e.name, e.message);
}
console.log(Object.freeze(/a/).test("a"));
const r2 = /b/g;
r2.lastIndex = 99;
console.log(r2.test("abc"), r2.lastIndex, r2.test("abc"), r2.lastIndex);
r2.lastIndex = -1;
console.log(r2.exec("abc").index, r2.lastIndex);
r2.lastIndex = { valueOf: () => 1 };
console.log(r2.exec("abc").index);
console.log(
  "a.b.c".split(/(?=\.)/),
  "2024".replace(/(?<=2)0/, "_"),
  "abcabc".replace(/b/g, (m, o, str) => o),
  "aXbX".split(/x/i, 1),
  "abc".match(/(?<first>.)/).groups.first,
  "abc".search(/c/g),
  [..."a1b2".matchAll(/([a-z])(\d)/g)].map((x) => [x.index, ...x]),
);
const cl = new RegExp(re, "i");
console.log(
  cl.flags,
  cl.source,
  cl.lastIndex,
  cl === re,
  new RegExp("/").source,
  String(new RegExp("\\/", "g")),
  new RegExp("").toString(),
  RegExp("a", undefined).flags,
  /[/\]]+/.exec("a/]b")[0],
  RegExp.prototype.toString.call(/a/g),
  /a/g.global,
  /a/y.sticky,
  /a/d.hasIndices,
  /a/s.dotAll,
  /a/m.multiline,
  Object.keys(/a/),
  "lastIndex" in /a/,
  /a/.hasOwnProperty("lastIndex"),
  /a/.hasOwnProperty("source"),
);
for (const bad of ["(", "[", "a{2,1}", "*", "(?<a>x)(?<a>y)", "\\", "(?<1>a)", "[z-a]", "a**"])
  try {
    new RegExp(bad);
    console.log("ok", bad);
  } catch (e) {
    console.log(e.message);
  }
for (const bad of ["\\1", "{", "]", "\\-", "\\p{Foo}", "\\u{110000}"])
  try {
    new RegExp(bad, "u");
    console.log("ok", bad);
  } catch (e) {
    console.log(e.message);
  }
//= 0 ab b 2
//= 3 a undefined 4
//= 5 ab b 7
//= 0
//= 1 1 null 0
//= 2 3
//= [ 'a', 'a' ] 0 xxba baa
//= [ '', '', '', '' ] -a-b-c- 0
//= 2 3
//= true 5
//= TypeError Cannot assign to read only property 'lastIndex' of object '[object RegExp]'
//= true
//= false 0 true 2
//= 1 2
//= 1
//= [ 'a', '.b', '.c' ] 2_24 a1ca4c [ 'a' ] a 2 [ [ 0, 'a1', 'a', '1' ], [ 2, 'b2', 'b', '2' ] ]
//= i a(b)? 0 false \/ /\//g /(?:)/  /] /a/g true true true true true [] true true false
//= Invalid regular expression: /(/: Unterminated group
//= Invalid regular expression: /[/: Unterminated character class
//= Invalid regular expression: /a{2,1}/: numbers out of order in {} quantifier
//= Invalid regular expression: /*/: Nothing to repeat
//= Invalid regular expression: /(?<a>x)(?<a>y)/: Duplicate capture group name
//= Invalid regular expression: /\/: \ at end of pattern
//= Invalid regular expression: /(?<1>a)/: Invalid capture group name
//= Invalid regular expression: /[z-a]/: Range out of order in character class
//= Invalid regular expression: /a**/: Nothing to repeat
//= Invalid regular expression: /\1/u: Invalid escape
//= Invalid regular expression: /{/u: Lone quantifier brackets
//= Invalid regular expression: /]/u: Lone quantifier brackets
//= Invalid regular expression: /\-/u: Invalid escape
//= Invalid regular expression: /\p{Foo}/u: Invalid property name
//= Invalid regular expression: /\u{110000}/u: Invalid Unicode escape
