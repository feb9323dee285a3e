console.log([1, [2, [3, [4]]]].flat(), [1, [2, [3, [4]]]].flat(Infinity), [[1], [[2]]].flat(0), [1, , [2, , 3]].flat());
console.log(
  [1, 2].flatMap((x) => [x, [x * 2]]),
  ["a b", "c"].flatMap((s) => s.split(" ")),
  [1, 2, 3, 4].reduceRight((acc, x) => acc + x, ""),
  [[0, 1], [2]].reduce((a, b) => a.concat(b)),
);
console.log(
  [1, , 3].map((x) => x * 2),
  [1, , 3].filter(() => true),
  Object.keys([1, , 3].map((x) => x)),
  [, ,].length,
  [1, , 3].join("-"),
  [null, undefined, [1, [2]]].join(),
  [1, 2, 3].slice(-2),
  [1, 2, 3].slice(1, -1),
  [1, 2].concat(3, [4], [[5]]),
);
console.log(
  [3, 1, 2].toSorted?.() ?? "old",
  [1, 2].toReversed?.(),
  [1, 2, 3].with?.(1, "w"),
  [1, 2, 3].toSpliced?.(0, 1),
);
console.log(
  Array(3),
  Array(3, 4),
  new Array("3"),
  Array.of(3),
  [...Array(2).keys()],
  Array.from(Array(2)),
  Array.prototype.length,
);
console.log(
  [1, 2, 3].toString(),
  String([[], [[]]]),
  [1, [2, 3]].toString(),
  [,].toString(),
  [1.5, 1234.5].toLocaleString(),
  [{}] + "",
  `${[1, 2]}`,
);
console.log(
  [10, 9, 1].sort().map(String),
  ["10", "9", "1"].map(Number),
  ["1", "2", "3"].map(parseInt),
  [..."hello"].entries().next(),
  [["a", 1]].map(([k, v]) => ({ [k]: v })),
);
const acc = [1, 2, 3].reduce((o, x) => ({ ...o, [x]: x ** 2 }), {});
console.log(
  acc,
  [
    [1, "a"],
    [2, "b"],
  ].map(([n, s]) => s.repeat(n)),
  [1, 2, 3, 4, 5].filter((_, i) => i % 2).length,
  [3, 2, 1].map((x, i, all) => all[all.length - 1 - i]),
);
//= [ 1, 2, [ 3, [ 4 ] ] ] [ 1, 2, 3, 4 ] [ [ 1 ], [ [ 2 ] ] ] [ 1, 2, 3 ]
//= [ 1, [ 2 ], 2, [ 4 ] ] [ 'a', 'b', 'c' ] 4321 [ 0, 1, 2 ]
//= [ 2, <1 empty item>, 6 ] [ 1, 3 ] [ '0', '2' ] 2 1--3 ,,1,2 [ 2, 3 ] [ 2 ] [ 1, 2, 3, 4, [ 5 ] ]
//= [ 1, 2, 3 ] [ 2, 1 ] [ 1, 'w', 3 ] [ 2, 3 ]
//= [ <3 empty items> ] [ 3, 4 ] [ '3' ] [ 3 ] [ 0, 1 ] [ undefined, undefined ] 0
//= 1,2,3 , 1,2,3  1.5,1,234.5 [object Object] 1,2
//= [ '1', '10', '9' ] [ 10, 9, 1 ] [ 1, NaN, NaN ] { value: [ 0, 'h' ], done: false } [ { a: 1 } ]
//= { '1': 1, '2': 4, '3': 9 } [ 'a', 'bb' ] 2 [ 1, 2, 3 ]
