const s = "Hello, World";
console.log(
  s.at(-1),
  s.charAt(99),
  s.charCodeAt(0),
  s.codePointAt(1),
  s.concat(1, null),
  s.endsWith("World"),
  s.startsWith("ello", 1),
  s.includes("lo, "),
  s.indexOf("o", 5),
  s.lastIndexOf("o"),
  s.indexOf(""),
  s.lastIndexOf("", 3),
);
console.log(
  s.padEnd(15, "ab") + "|",
  s.padStart(14),
  "x".padStart(3, ""),
  s.repeat(0) === "",
  s.slice(-5, -1),
  s.slice(3, 1),
  s.substring(5, 2),
  s.substring(-3, 2),
  s.substr(-3, 2),
  s.split(""),
  s.split(),
  s.split(", ", 1),
  "".split(""),
  "".split(","),
  "a,b,".split(","),
);
console.log(
  s.toLowerCase(),
  s.toUpperCase(),
  "ß".toUpperCase(),
  "İ".toLowerCase().length,
  "ΑΣ".toLowerCase(),
  "  \u00a0\ufeff x \n".trim() + "|",
  " x ".trimStart() + "|",
  " x ".trimEnd() + "|",
);
console.log(
  "a-b-a".replace("a", "x"),
  "a-b-a".replaceAll("a", "x"),
  "abc".replace("b", (m, i, all) => `[${m}${i}${all}]`),
  "abc".replace("b", "$&$&-$`-$'-$$"),
  "aaa".replaceAll("", "-"),
  "x".replace("y", "z"),
);
console.log(
  "abc".localeCompare("abd"),
  "a".normalize("NFD"),
  "\u0041\u030a".normalize() === "\u00c5",
  "😀".length,
  [..."😀"].length,
  "😀".codePointAt(0),
  "😀".charCodeAt(1),
  "😀".at(0) === "\ud83d",
  String.fromCodePoint(128512, 65),
  String.fromCharCode(65, 66, 0x1f600 & 0xffff).length,
);
console.log(
  String.raw`a\n${1}`,
  `multi
line`.length,
  "a" < "B",
  "a" > "A",
  "abc"[1],
  "abc"[5],
  "abc".length,
  "0" in Object("a"),
  [..."ab"].reverse().join(""),
  "a\tb\\".length,
);
for (const f of [
  () => "a".repeat(Infinity),
  () => "a".normalize("x"),
  () => String.fromCodePoint(-1),
  () => "a".replaceAll(/a/, ""),
  () => String.prototype.trim.call(null),
  () => "a".padEnd(2 ** 30),
  () => "".at.call(undefined),
])
  try {
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
//= d  72 101 Hello, World1null true true true 8 8 0 3
//= Hello, Worldaba|   Hello, World x true Worl  llo He rl [
//=   'H', 'e', 'l', 'l',
//=   'o', ',', ' ', 'W',
//=   'o', 'r', 'l', 'd'
//= ] [ 'Hello, World' ] [ 'Hello' ] [] [ '' ] [ 'a', 'b', '' ]
//= hello, world HELLO, WORLD SS 2 ας x| x |  x|
//= x-b-a x-b-x a[b1abc]c abb-a-c-$c -a-a-a- x
//= -1 a true 2 1 128512 56832 true 😀A 3
//= a\n1 10 false true b undefined 3 true ba 4
