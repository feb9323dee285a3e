console.log([
  "a'b",
  'a"b',
  "a`b",
  "a'\"b",
  "a'\"`b",
  "\\",
  "\n\t\r\b\f\v\0",
  "\x1b[31m",
  "\u{1F600}",
  "é",
  "\ud800",
  "\u200b",
  "\x7f\x80\x9f\xa0",
]);
console.log({
  "a b": 1,
  "a-b": 2,
  a_b: 3,
  $: 4,
  "1a": 5,
  1: 6,
  "-1": 7,
  "01": 8,
  1.5: 9,
  "": 10,
  "'q'": 11,
  'd"q': 12,
  é: 13,
  日本: 14,
  "a.b": 15,
  "new\nline": 16,
  class: 17,
  "😀": 18,
  [Symbol("sym bol")]: 19,
  [Symbol()]: 20,
  __proto__x: 21,
});
console.log(
  "plain 'string' \"at\" top\nlevel",
  ["multi\nline"],
  { s: "multi\nline" },
  new Map([["k'ey", "v\nv"]]),
  new Set(["'"]),
  [["nested 'q'"]],
  new Error("e'e").message,
  "\u001b[0m".length,
  "a\\b",
  ["a\\b"],
  `t`,
  ["\u2028"],
);
console.log(
  ["x".repeat(75)],
  ["x".repeat(50), "y".repeat(50)],
  { long: "z".repeat(100) },
  ["word ".repeat(20)],
  "x".repeat(100).length,
  { k: "line1\nline2\nline3" },
  ["a\nb", "c"],
  [["a\nb"]],
  { a: { b: "x\ny" } },
);
console.log([String(-0), -0, [-0], 0, 1e21, 1e-7, 123456789012345680000, NaN, Infinity, 0.1 + 0.2, 100, 1.0, -1.5e-10]);
console.log(
  [undefined],
  [null],
  { a: undefined },
  [true],
  [[]],
  [{}],
  [() => {}],
  [function f() {}],
  [class C {}],
  [Symbol.iterator],
  [new Date(NaN)],
  [/x/gi],
  [new Error("x").message],
);
//= [
//=   "a'b",
//=   'a"b',
//=   'a`b',
//=   `a'"b`,
//=   'a\'"`b',
//=   '\\',
//=   '\n\t\r\b\f\x0B\x00',
//=   '\x1B[31m',
//=   '😀',
//=   'é',
//=   '\ud800',
//=   '​',
//=   '\x7F\x80\x9F '
//= ]
//= {
//=   '1': 6,
//=   'a b': 1,
//=   'a-b': 2,
//=   a_b: 3,
//=   '$': 4,
//=   '1a': 5,
//=   '-1': 7,
//=   '01': 8,
//=   '1.5': 9,
//=   '': 10,
//=   "'q'": 11,
//=   'd"q': 12,
//=   'é': 13,
//=   '日本': 14,
//=   'a.b': 15,
//=   'new\nline': 16,
//=   class: 17,
//=   '😀': 18,
//=   __proto__x: 21,
//=   [Symbol(sym bol)]: 19,
//=   [Symbol()]: 20
//= }
//= plain 'string' "at" top
//= level [ 'multi\nline' ] { s: 'multi\nline' } Map(1) { "k'ey" => 'v\nv' } Set(1) { "'" } [ [ "nested 'q'" ] ] e'e 4 a\b [ 'a\\b' ] t [ ' ' ]
//= [
//=   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
//= ] [
//=   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
//=   'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'
//= ] {
//=   long: 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz'
//= } [
//=   'word word word word word word word word word word word word word word word word word word word word '
//= ] 100 { k: 'line1\nline2\nline3' } [ 'a\nb', 'c' ] [ [ 'a\nb' ] ] { a: { b: 'x\ny' } }
//= [
//=   '0',
//=   -0,
//=   [ -0 ],
//=   0,
//=   1e+21,
//=   1e-7,
//=   123456789012345680000,
//=   NaN,
//=   Infinity,
//=   0.30000000000000004,
//=   100,
//=   1,
//=   -1.5e-10
//= ]
//= [ undefined ] [ null ] { a: undefined } [ true ] [ [] ] [ {} ] [ [Function (anonymous)] ] [ [Function: f] ] [ [class C] ] [ Symbol(Symbol.iterator) ] [ Invalid Date ] [ /x/gi ] [ 'x' ]
