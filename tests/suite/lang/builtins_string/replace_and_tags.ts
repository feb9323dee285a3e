// replaceAll, functions, template objects and cooked strings.
const tag = (s, ...v) => [s, s.raw, v];
console.log(tag`a${1}\n${2}`, tag``, tag`\u{41}`, tag`\xg`[0], Object.isFrozen(tag`x`[0]));
const again = () => ((s) => s)`same${1}`;
console.log(again() === again(), String.raw({ raw: "xyz" }, 1, 2, 3), String.raw({ raw: [] }) === "", String.raw`a${"b"}\u00zz`);
console.log("aXbX".replaceAll("X", (m, i) => i), "a.b".replaceAll(".", "$&$&"), "aa".replace("a", () => "$&"), "abc".replace("", "^"), "x".replace("x", undefined));
console.log("I\u0307".length, "a\r\nb".split("\n"), "abc".at(), "abc"[1.5], "abc"["1"], "length" in Object("s"), Object.keys("ab"), [..."ab"].entries().next());
console.log("b" > "a", "B" > "a", "10" < "9", "10" < 9, "a" < 1, null + "x", [] + {}, "5" * "2", "5" + 2, "3" - -"3");
//= [ [ 'a', '\n', '' ], [ 'a', '\\n', '' ], [ 1, 2 ] ] [ [ '' ], [ '' ], [] ] [ [ 'A' ], [ '\\u{41}' ], [] ] [ undefined ] true
//= true x1y2z true ab\u00zz
//= a1b3 a..b $&a ^abc undefined
//= 2 [ 'a\r', 'b' ] a undefined b true [ '0', '1' ] { value: [ 0, 'a' ], done: false }
//= true false true false false nullx [object Object] 10 52 6
