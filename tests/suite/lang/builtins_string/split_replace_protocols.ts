class Sep {
  constructor(s) {
    this.s = s;
  }
  [Symbol.split](str, limit) {
    return str.split(this.s, limit).map((x) => `<${x}>`);
  }
  [Symbol.replace](str, rep) {
    return str.split(this.s).join(typeof rep === "function" ? rep(this.s) : rep);
  }
  [Symbol.search](str) {
    return str.indexOf(this.s);
  }
}
const d = new Sep("-");
console.log(
  "a-b-c".split(d),
  "a-b-c".split(d, 2),
  "a-b".replace(d, "+"),
  "a-b".replaceAll(d, (s) => s + s),
  "a-b".search(d),
);
console.log(
  "abc".replace("b", "$$"),
  "abc".replace("b", "$0$1"),
  "abcb".replace("b", (m, p) => p),
  "abab".replaceAll("b", (m, p, s) => p + s.length),
  "a.b.c".split("."),
  "a.b.c".split(".", 0),
  "a.b.c".split(".", -1),
  "abc".split("", 2),
  "aXXb".split("X"),
  "x".split("x"),
  "".split("x"),
  "abc".split("abc"),
  "ab".split(undefined),
  "a1b2".split(/\d/),
  "a1b2".split(/(\d)/),
  "undefined".split(undefined, 0),
);
console.log(
  "aaa".lastIndexOf("a", 1),
  "abc".indexOf("", 10),
  "abc".lastIndexOf(""),
  "abc".substring(2, 0),
  "abc".substr(-2, 1),
  "abc".slice(2, 0),
  "abcdef".slice(-3, -1),
  "abc".at(-4),
  "abc".charAt(-1) === "",
  "abc".concat(...["d", 1]),
  "%".padStart(5, "ab"),
  "abc".padEnd(2),
  "\u00df".toUpperCase(),
  "a".codePointAt(1),
  "ab".localeCompare("ac"),
  "a".localeCompare("B"),
  "\n a \t".trim().length,
  "abc".includes(""),
  "abc".startsWith("", 3),
  "abc".endsWith("b", 2),
  "ab".repeat(2.9),
  "z".charCodeAt(1),
);
try {
  "a".includes(/a/);
} catch (e) {
  console.log(e.message);
}
try {
  "a".repeat(-1);
} catch (e) {
  console.log(e.message);
}
//= [ '<a>', '<b>', '<c>' ] [ '<a>', '<b>' ] a+b a--b 1
//= a$c a$0$1c a1cb a5a7 [ 'a', 'b', 'c' ] [] [ 'a', 'b', 'c' ] [ 'a', 'b' ] [ 'a', '', 'b' ] [ '', '' ] [ '' ] [ '', '' ] [ 'ab' ] [ 'a', 'b', '' ] [ 'a', '1', 'b', '2', '' ] []
//= 1 3 3 ab b  de undefined true abcd1 abab% abc SS undefined -1 -1 1 true true true abab NaN
//= First argument to String.prototype.includes must not be a regular expression
//= Invalid count value: -1
