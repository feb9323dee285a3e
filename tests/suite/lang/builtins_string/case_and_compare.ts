console.log(
  "straße".toUpperCase(),
  "ŁÓDŹ".toLowerCase(),
  "ﬁ".toUpperCase(),
  "Ǆ".toLowerCase(),
  "ΌΣΟΣ".toLowerCase(),
  "i".toUpperCase(),
  "a1!Z".toLowerCase(),
);
console.log(
  ["b", "a", "C", "B", "ä", "z", "10", "9"].sort(),
);
console.log(
  "a" < "b",
  "a" < "B",
  "10" < "9",
  "10" < 9,
  "a" < "aa",
  "" < "a",
  "Z" < "a",
  "é" > "z",
  "\u{1F600}" > "\uffee",
  "abc" == new String("abc"),
  "abc" === String(new String("abc")),
  "a".localeCompare("b"),
  "b".localeCompare("a"),
  "a".localeCompare("a"),
);
const cap = (s) => s.replace(/^./, (c) => c.toUpperCase()),
  camel = (s) => s.replace(/[-_ ]+(.)/g, (_, c) => c.toUpperCase()),
  snake = (s) => s.replace(/[A-Z]/g, (c) => "_" + c.toLowerCase()),
  kebab = (s) => snake(s).replaceAll("_", "-"),
  title = (s) => s.split(" ").map(cap).join(" ");
console.log(
  cap("abc"),
  camel("foo-bar_baz qux"),
  snake("fooBarBaz"),
  kebab("fooBar"),
  title("the end of it"),
  [..."AbC"].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join(""),
  "Hello".split("").reverse().join(""),
  [..."noon"].every((c, i, a) => c === a.at(-1 - i)),
  "x".concat("y", 1, null),
  "abc"
    .split("")
    .map((c) => c.charCodeAt(0).toString(2))
    .join(" "),
  [..."hello"].reduce((m, c) => ({ ...m, [c]: -~m[c] }), {}),
  "trim me ".trimEnd().length,
  "%s".replace("%s", "$&$&"),
  "a-b-c".split("-", 2),
  "tEST".at(0).toUpperCase() + "tEST".slice(1).toLowerCase(),
);
//= STRASSE łódź FI ǆ όσος I a1!z
//= [
//=   '10', '9', 'B',
//=   'C',  'a', 'b',
//=   'z',  'ä'
//= ]
//= true false true false true true true true false true true -1 1 0
//= Abc fooBarBazQux foo_bar_baz foo-bar The End Of It aBc olleH true xy1null 1100001 1100010 1100011 { h: 1, e: 1, l: 2, o: 1 } 7 %s%s [ 'a', 'b' ] Test
