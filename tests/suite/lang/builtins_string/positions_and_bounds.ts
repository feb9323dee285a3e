// Positions given to string methods: negative, fractional, too big, missing.
const s = "abcdef";
console.log(s.substring(4, 1), s.substring(NaN, 2), s.substring(-3), s.slice(4, 1) === "", s.slice(-3, -1), s.slice(2.9));
console.log(s.substr(-3, 2), s.substr(2), s.substr(1, -1) === "", s.substr(10) === "", s.at(-1), s.at(-7), s.charAt(-1) === "");
console.log(s.indexOf("", 3), s.indexOf("", 99), s.indexOf("a", -5), s.lastIndexOf("f", 4), s.lastIndexOf("", 2), s.lastIndexOf("a", -1), s.lastIndexOf("c", NaN));
console.log(s.startsWith("b", 1), s.startsWith("", 99), s.endsWith("c", 3), s.endsWith("", 0), s.includes("f", 6), s.endsWith("f", undefined));
console.log("ab".repeat(0) === "", "ab".repeat(2.9), "".repeat(2 ** 28).length);
for (const f of [() => "a".repeat(-1), () => "a".repeat(Infinity), () => s.startsWith(/a/), () => s.includes(/a/), () => "a".normalize("X"), () => String.prototype.trim.call(null), () => `${Symbol("q")}`, () => "a".matchAll(/a/), () => "a".replaceAll(/a/, "")])
  try {
    console.log(f());
  } catch (e) {
    console.log(e.constructor.name);
  }
console.log("a,b,c".split(",", 2), "abc".split(""), "".split(""), "".split(","), "abc".split(), "abc".split("", 0), "a1b2".split(/(\d)/), "abc".split("abc"));
console.log("\u00a0\ufeff x\t\n\u2028".trim().length, " a ".trimStart().length, " a ".trimEnd().length, "\u180e".trim().length, "\u200b".trim().length);
console.log("x".concat(1, null, undefined, [2, [3]]), "a".localeCompare("b"), "b".localeCompare("a"), "a".localeCompare("a"), String.raw`\n${1}\x`);
//= bcd ab abcdef true de cdef
//= de cdef true true f undefined true
//= 3 6 0 -1 2 0 2
//= true true true true false true
//= true abab 0
//= RangeError
//= RangeError
//= TypeError
//= TypeError
//= RangeError
//= TypeError
//= TypeError
//= TypeError
//= TypeError
//= [ 'a', 'b' ] [ 'a', 'b', 'c' ] [] [ '' ] [ 'abc' ] [] [ 'a', '1', 'b', '2', '' ] [ '', '' ]
//= 1 2 2 1 1
//= x1nullundefined2,3 -1 1 0 \n1\x
