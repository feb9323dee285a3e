const camel = (s) => s.replace(/[-_\s]+(.)?/g, (_, c) => (c ? c.toUpperCase() : ""));
const kebab = (s) =>
  s
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .replace(/[\s_]+/g, "-")
    .toLowerCase();
const title = (s) =>
  s
    .split(" ")
    .map((w) => w[0].toUpperCase() + w.slice(1).toLowerCase())
    .join(" ");
console.log(
  camel("hello-big world_again"),
  kebab("helloBig worldAgain"),
  title("the QUICK brown"),
  "x".codePointAt(),
  [..."héllo"].reverse().join(""),
  "abc" < "abd",
  "a" < "B",
  "10" < "9",
  "10" < 9,
);
console.log(
  "2024-01-15".match(/(\d+)-(\d+)-(\d+)/),
  "2024-01-15".match(/(?<y>\d+)-(?<m>\d+)/).groups,
  "aBc".match(/b/i).index,
  "x".match(/y/),
  "a1b22".match(/\d+/g),
  [..."a1b22".matchAll(/[a-z](\d+)/g)].map((m) => [m[0], m[1], m.index]),
  "a-b".search(/-/),
  /(\w+)\s\1/.test("hello hello"),
  "aaa".lastIndexOf("a"),
  "abcabc".replace("b", "$&$&"),
  "john smith".replace(/(?<f>\w+)\s(?<l>\w+)/, "$<l>, $<f>"),
  "x.y.z".split(".", 2),
  "abc".split(""),
  "a1b2c3".split(/\d/),
  "a1b2".split(/(\d)/),
  "".split(","),
  "".split(""),
);
const tpl = (s, vars) => s.replace(/\{\{(\w+)\}\}/g, (m, k) => vars[k] ?? m);
console.log(tpl("Hi {{name}}, {{greet}} {{x}}", { name: "Bob", greet: "yo" }));
const tag = (s, ...v) => s.raw.map((r, i) => r + (v[i] ?? "")).join("|");
console.log(tag`a${1}\n${2}c`, String.raw`\u00e9\n${1}`);
const words = "the quick the lazy the dog quick".split(" ");
const freq = words.reduce((a, w) => ({ ...a, [w]: (a[w] || 0) + 1 }), {});
console.log(
  freq,
  Object.entries(freq).sort(([a, x], [b, y]) => y - x || a.localeCompare(b)),
  [...new Set(words)].sort(),
  Math.max(...words.map((w) => w.length)),
);
const wrap = (t, w) => t.match(new RegExp(`.{1,${w}}(\\s|$)`, "g")).map((l) => l.trim());
console.log(wrap("The quick brown fox jumps over the lazy dog", 12));
const caesar = (s, n) =>
  s.replace(/[a-z]/gi, (c) => {
    const b = c <= "Z" ? 65 : 97;
    return String.fromCharCode(((c.charCodeAt(0) - b + n + 26) % 26) + b);
  });
console.log(caesar("Hello, World!", 3), caesar(caesar("Hello", 3), -3));
const isPal = (s) => {
  const t = s.toLowerCase().replace(/[^a-z]/g, "");
  return t === [...t].reverse().join("");
};
console.log(
  isPal("A man, a plan, a canal: Panama"),
  "abc".includes("b", 2),
  "abc".startsWith("b", 1),
  "abc".endsWith("b", 2),
  "abc".substring(2, 0),
  "abc".substr(-2, 1),
  "abc".slice(-2),
  "abc".charAt(5) === "",
  "abc"[5],
  "é".normalize("NFD").length,
  "a\u0301".normalize().length,
  "abc".padStart(6, "12"),
  "%",
  encodeURIComponent("a b&c/ü"),
  decodeURIComponent("%F0%9F%98%80"),
  escape?.("ü"),
  "ab\ncd".split("\n"),
  "tab\there",
  'single "double"',
  "it's",
  `back\`tick`,
  ["it's"],
  ['it\'s "both"'],
  ['`all\' "three"'],
  "\x1b[31mred\x1b[0m".length,
  ["\x1b[31m"],
  "\0".length,
  ["\0\b\f\v\r"],
);
const levenshtein = (a, b) => {
  const d = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array(b.length).fill(0)]);
  for (let j = 1; j <= b.length; j++) d[0][j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] !== b[j - 1]));
  return d[a.length][b.length];
};
console.log(
  levenshtein("kitten", "sitting"),
  "abc".concat(1, null),
  [1, 2].concat(3, [4, [5]]),
  "b".localeCompare("a"),
  ["b", "a", "C", "ä", "A", "z", "é", "e"].sort(),
  ["b", "a", "C", "ä", "A", "z", "é", "e"].sort((a, b) => a.localeCompare(b)),
  ["item10", "item2", "Item1"].sort((a, b) => a.localeCompare(b, undefined, { numeric: true })),
  ["b", "A", "a"].sort((x, y) => x.localeCompare(y, "en", { sensitivity: "base" })),
  "a".localeCompare("A", undefined, { sensitivity: "base" }),
);
console.log(
  "Total: " + 5 + 3,
  "Total: " + (5 + 3),
  5 + 3 + " total",
  `${[1, 2]}`,
  `${{}}`,
  `${null} ${undefined} ${true}`,
  "5" - 2,
  "5" + 2,
  true + 1,
  [] == false,
  null == 0,
  null >= 0,
  undefined == null,
  NaN != NaN,
  "b" + "a" + +"a" + "a",
  [10, 9, 1].map(parseInt),
  ["1", "2", "3"].map(Number),
  typeof null,
  typeof undefined,
  typeof NaN,
  typeof [],
  typeof (() => {}),
  typeof Symbol(),
  void 0,
  !!"0",
  !!"",
  !!NaN,
  [1, 2, 3] + "",
  {} + "",
  (() => {}).name,
  0.1 + 0.2,
  9007199254740993,
  1 / 3,
  100 / 3,
  1e300 * 1e10,
  -1 / 0,
  0 / 0,
  5 % -3,
  -5 % 3,
  2 ** -1,
  2 ** 53,
  ~~5.7,
  5.7 | 0,
  -5.7 | 0,
  1 << 31,
  -1 >>> 0,
  5 & 3,
  5 ^ 3,
  ~5,
);
//= helloBigWorldAgain hello-big-world-again The Quick Brown 120 olléh true false true false
//= [
//=   '2024-01-15',
//=   '2024',
//=   '01',
//=   '15',
//=   index: 0,
//=   input: '2024-01-15',
//=   groups: undefined
//= ] [Object: null prototype] { y: '2024', m: '01' } 1 null [ '1', '22' ] [ [ 'a1', '1', 0 ], [ 'b22', '22', 2 ] ] 1 true 2 abbcabc smith, john [ 'x', 'y' ] [ 'a', 'b', 'c' ] [ 'a', 'b', 'c', '' ] [ 'a', '1', 'b', '2', '' ] [ '' ] []
//= Hi Bob, yo {{x}}
//= a1|\n2|c \u00e9\n1
//= { the: 3, quick: 2, lazy: 1, dog: 1 } [ [ 'the', 3 ], [ 'quick', 2 ], [ 'dog', 1 ], [ 'lazy', 1 ] ] [ 'dog', 'lazy', 'quick', 'the' ] 5
//= [ 'The quick', 'brown fox', 'jumps over', 'the lazy dog' ]
//= Khoor, Zruog! Hello
//= true false true true ab b bc true undefined 2 1 121abc % a%20b%26c%2F%C3%BC 😀 %FC [ 'ab', 'cd' ] tab	here single "double" it's back`tick [ "it's" ] [ `it's "both"` ] [ '`all\' "three"' ] 12 [ '\x1B[31m' ] 1 [ '\x00\b\f\x0B\r' ]
//= 3 abc1null [ 1, 2, 3, 4, [ 5 ] ] 1 [
//=   'A', 'C', 'a',
//=   'b', 'e', 'z',
//=   'ä', 'é'
//= ] [
//=   'a', 'A', 'ä',
//=   'b', 'C', 'e',
//=   'é', 'z'
//= ] [ 'Item1', 'item2', 'item10' ] [ 'A', 'a', 'b' ] 0
//= Total: 53 Total: 8 8 total 1,2 [object Object] null undefined true 3 52 2 true false true true true baNaNa [ 10, NaN, 1 ] [ 1, 2, 3 ] object undefined number object function symbol undefined true false false 1,2,3 [object Object]  0.30000000000000004 9007199254740992 0.3333333333333333 33.333333333333336 Infinity -Infinity NaN 2 -2 0.5 9007199254740992 5 5 -5 -2147483648 4294967295 1 6 -6
