const cyc = [1];
cyc.push(cyc, [cyc]);
console.log(
  cyc.join("-"),
  String([null, [undefined, [1]], , "x"]),
  [1, 2].join(undefined),
  [1, 2].join(null),
  [[], [[]]].join("|"),
  [, ,].join("x"),
  Array(4).join("ab"),
  [{ toString: () => "T" }, Symbol.iterator.description].join(),
  [1.0, -0, 1e21].join(" "),
);
console.log(
  [].concat(1, [2], [[3]], "ab", null, { length: 1, 0: "x" }),
  [1].concat([, 2]),
  [, 1].concat([3, ,]),
  1 in [1].concat([, 2]),
  [].concat(),
  [].concat(new Set([1])).length,
);
try {
  [Symbol()].join();
} catch (e) {
  console.log(e.message);
}
const a = [1, 2];
const b = a.concat();
console.log(
  b !== a,
  b,
  a.concat(a, [a]).length,
  [..."abc"].join(""),
  [
    ["a", 1],
    ["b", 2],
  ]
    .map((p) => p.join("="))
    .join("&"),
  [3, 2, 1].toString(),
  [1, [2, [3, [4]]]].toString(),
  [true, false, null, undefined, NaN].join(),
  Array.prototype.concat.call("s", 1).length,
);
//= 1-- ,,1,,x 1,2 1null2 | x ababab T,Symbol.iterator 1 0 1e+21
//= [ 1, 2, [ 3 ], 'ab', null, { '0': 'x', length: 1 } ] [ 1, <1 empty item>, 2 ] [ <1 empty item>, 1, 3, <1 empty item> ] false [] 1
//= Cannot convert a Symbol value to a string
//= true [ 1, 2 ] 5 abc a=1&b=2 3,2,1 1,2,3,4 true,false,,,NaN 2
