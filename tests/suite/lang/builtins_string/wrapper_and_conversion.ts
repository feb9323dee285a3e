console.log(
  String(null),
  String(undefined),
  String([1, [2]]),
  String({}),
  String(Symbol("x")),
  String(-0),
  String(1e21),
  String(1e-7),
  String(123456789012345680000),
);
const w = new String("hey");
w.extra = 1;
console.log(
  w,
  typeof w,
  w.length,
  w[0],
  Object.keys(w),
  w instanceof String,
  w == "hey",
  { ...w },
  JSON.stringify(w),
  w.valueOf() === "hey",
  [new String("a"), new Number(1), new Boolean(false)],
);
try {
} catch (e) {
  console.log(e.message);
}
console.log(
  "5" * 1,
  +"0x1f",
  +"0b101",
  +"0o17",
  +"1e3",
  +" \n",
  +"1_000",
  +".5",
  +"5.",
  +"-",
  +"Infinity",
  parseInt("12px"),
  parseInt("0x1f"),
  parseInt("101", 2),
  parseInt("z", 36),
  parseInt(""),
  parseInt("-0"),
  parseFloat("3.14abc"),
  parseFloat(".5."),
  parseFloat("-.5e-2x"),
  Number("12px"),
  Number([]),
  Number([5]),
  Number({}),
  Number(null),
  Number(undefined),
  Number(true),
  Number("٣"),
);
console.log(
  isNaN("x"),
  Number.isNaN("x"),
  isFinite("5"),
  Number.isFinite("5"),
  parseInt(null),
  parseInt("Infinity"),
  parseInt(0.0000005),
  parseInt("1", 1),
  parseInt("9", 8),
  Number.parseFloat === parseFloat,
);
const tag = (strings, ...v) => ({ cooked: [...strings], raw: strings.raw, v, frozen: Object.isFrozen(strings) });
console.log(tag`a${1}\n${2}\u{41}`, tag`\unicode and ${0}`.cooked);
const same = () => ((s) => s)`x`;
console.log(same() === same(), ((s) => s)`x` === ((s) => s)`x`);
console.log("abc" + 1 + 2, 1 + 2 + "abc", "3" - 1, "3" + -1, `${{}}${[]}${null}`, "a".concat([1, 2], {}), [1, 2] + [3]);
//= null undefined 1,2 [object Object] Symbol(x) 0 1e+21 1e-7 123456789012345680000
//= [String: 'hey'] { extra: 1 } object 3 h [ '0', '1', '2', 'extra' ] true true { '0': 'h', '1': 'e', '2': 'y', extra: 1 } "hey" true [ [String: 'a'], [Number: 1], [Boolean: false] ]
//= 5 31 5 15 1000 0 NaN 0.5 5 NaN Infinity 12 31 5 35 NaN -0 3.14 0.5 -0.005 NaN 0 5 NaN 0 NaN 1 NaN
//= true false true false NaN NaN 5 NaN NaN true
//= {
//=   cooked: [ 'a', '\n', 'A' ],
//=   raw: [ 'a', '\\n', '\\u{41}' ],
//=   v: [ 1, 2 ],
//=   frozen: true
//= } [ undefined, '' ]
//= true false
//= abc12 3abc 2 3-1 [object Object]null a1,2[object Object] 1,23
