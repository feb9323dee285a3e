const s = "a\u{1F600}\u0301é\ud800z";
console.log(
  s.length,
  [...s].length,
  [...s].map((c) => c.codePointAt(0).toString(16)),
  s.split("").length,
  s.isWellFormed?.(),
  JSON.stringify(s),
  encodeURIComponent("é/?&=😀 "),
  encodeURI("é/?&=😀 "),
  decodeURIComponent("%F0%9F%98%80%20"),
  decodeURI("%2F%20"),
  escape("é "),
  unescape("%u0107"),
);
try {
  encodeURIComponent("\ud800");
} catch (e) {
  console.log(e.name, e.message);
}
try {
  decodeURIComponent("%C3%28");
} catch (e) {
  console.log(e.name, e.message);
}
const ünï = 1,
  $ = 2,
  _ = 3,
  abc = 4;
console.log(
  ünï,
  $,
  _,
  abc,
  { ключ: "значение", 日本: 1 },
  "\x41\u0042\u{43}\0".length,
  "\
continued",
);
console.log(
  "ﬁ".toUpperCase(),
  "ǅ".toLowerCase(),
  "ﬃ".normalize("NFKD"),
  "\u1E9B\u0323".normalize("NFKC").length,
  "I".toLowerCase(),
  "ı".toUpperCase(),
  "A\u030a".localeCompare("Å"),
  "😀" < "\uffff",
  "a".codePointAt(5),
  "\u{10FFFF}".codePointAt(0),
);
console.log(
  "z".localeCompare("a"),
  "a".localeCompare("a"),
  ["b", "a", "C"].sort((x, y) => x.localeCompare(y)),
  "résumé".normalize("NFD").replace(/[\u0300-\u036f]/g, ""),
);
//= 7 6 [ '61', '1f600', '301', 'e9', 'd800', '7a' ] 7 false "a😀́é\ud800z" %C3%A9%2F%3F%26%3D%F0%9F%98%80%20 %C3%A9/?&=%F0%9F%98%80%20 😀  %2F  %E9%20 ć
//= URIError URI malformed
//= URIError URI malformed
//= 1 2 3 4 { 'ключ': 'значение', '日本': 1 } 4 continued
//= FI ǆ ffi 1 i I 0 true undefined 1114111
//= 1 0 [ 'a', 'b', 'C' ] resume
