const re = /(\d+)-(?<word>[a-z]+)/gi;
let m;
while ((m = re.exec("1-a 22-BB x 3-c"))) console.log(m[0], m[1], m.groups.word, m.index, re.lastIndex);
console.log(re.lastIndex, re.flags, re.source, String(re), re.global, re.ignoreCase, re.sticky);
console.log("2020-12".match(/(\d+)-(\d+)/), "aaa".match(/a/g), "x".match(/y/), "x".match(/y/g));
const y = /foo/y;
y.lastIndex = 3;
console.log(y.test("barfoo"), y.lastIndex, y.test("barfoo"), y.lastIndex);
console.log(
  /^b/m.test("a\nb"),
  /a.c/s.test("a\nc"),
  /a.c/.test("a\nc"),
  /\u{1F600}/u.test("😀"),
  /^.$/.test("😀"),
  /^.$/u.test("😀"),
  /[^x]/u.exec("😀")[0].length,
);
console.log(
  new RegExp("a/b", "g").source,
  new RegExp("").source,
  RegExp("\n").source,
  new RegExp(/x/gi).flags,
  new RegExp(/x/gi, "m").flags,
  RegExp(re) === re,
  /[/]\//.source,
);
for (const f of [
  () => new RegExp("("),
  () => new RegExp("a", "gg"),
  () => new RegExp("[b-a]"),
  () => new RegExp("a**"),
  () => new RegExp("\\u{110000}", "u"),
  () => new RegExp("(?<n>a)(?<n>b)"),
  () => new RegExp("?"),
])
  try {
    f();
  } catch (e) {
    console.log(e.name, e.message);
  }
console.log(
  /x/,
  [/x/g],
  { re: /a\/b/ },
  Object.prototype.toString.call(/x/),
  typeof /x/,
  /a/ instanceof RegExp,
  JSON.stringify({ r: /x/ }),
  /x/.toString(),
);
//= 1-a 1 a 0 3
//= 22-BB 22 BB 4 9
//= 3-c 3 c 12 15
//= 0 gi (\d+)-(?<word>[a-z]+) /(\d+)-(?<word>[a-z]+)/gi true true false
//= [
//=   '2020-12',
//=   '2020',
//=   '12',
//=   index: 0,
//=   input: '2020-12',
//=   groups: undefined
//= ] [ 'a', 'a', 'a' ] null null
//= true 6 false 0
//= true true false true false true 2
//= a\/b (?:) \n gi m true [/]\/
//= SyntaxError Invalid regular expression: /(/: Unterminated group
//= SyntaxError Invalid flags supplied to RegExp constructor 'gg'
//= SyntaxError Invalid regular expression: /[b-a]/: Range out of order in character class
//= SyntaxError Invalid regular expression: /a**/: Nothing to repeat
//= SyntaxError Invalid regular expression: /\u{110000}/u: Invalid Unicode escape
//= SyntaxError Invalid regular expression: /(?<n>a)(?<n>b)/: Duplicate capture group name
//= SyntaxError Invalid regular expression: /?/: Nothing to repeat
//= /x/ [ /x/g ] { re: /a\/b/ } [object RegExp] object true {"r":{}} /x/
