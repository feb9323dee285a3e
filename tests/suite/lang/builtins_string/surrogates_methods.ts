// String methods over surrogate pairs and halves.
const s = "a\u{1F600}b\uD83D";
console.log(s.length, [...s].length, s.at(1) === "\uD83D", s.codePointAt(1), s.codePointAt(2), s.charCodeAt(9), s.codePointAt(9));
console.log(s.isWellFormed(), s.toWellFormed().charCodeAt(4).toString(16), "ok".isWellFormed());
console.log(s.split("").length, s.slice(1, 3), s.indexOf("\uDE00"), s.lastIndexOf("\uD83D"), s.includes("\u{1F600}"));
console.log([..."\uDE00\uD83D\uDE00"].map((c) => c.length), Array.from("e\u0301").length, "e\u0301".normalize().length);
console.log("\u{1F600}".padStart(5, "\u{1F601}").length, "x".padEnd(4, "ab"), "x".padEnd(3, ""), "abc".padStart(2));
console.log("ß".toUpperCase(), "İ".toLowerCase().length, "ΑΣ".toLowerCase(), "ŉ".toUpperCase().length, "ﬁ".toUpperCase());
console.log(JSON.stringify("\uD83D x \u{1F600}"), encodeURIComponent("é\u{1F600}"), escape("é\u{1F600}"));
try {
  encodeURIComponent("\uD83D");
} catch (e) {
  console.log(e.name, e.message);
}
console.log(String.fromCodePoint(0x1f600, 97), String.fromCharCode(0x1f600) === "\uF600", "\u{1F600}" < "\uFFFF");
try {
  String.fromCodePoint(0x110000);
} catch (e) {
  console.log(e.name, e.message);
}
console.log("\u{1F600}x".replace(/./, "-").length, "\u{1F600}x".replace(/./u, "-"), "\u{1F600}".match(/^.$/u) !== null, "\u{1F600}".split(/(?:)/u).length);
//= 5 4 true 128512 56832 NaN undefined
//= false fffd true
//= 5 😀 2 4 true
//= [ 1, 2 ] 2 1
//= 5 xaba x abc
//= SS 2 ας 2 FI
//= "\ud83d x 😀" %C3%A9%F0%9F%98%80 %E9%uD83D%uDE00
//= URIError URI malformed
//= 😀a true true
//= RangeError Invalid code point 1114112
//= 3 -x true 1
