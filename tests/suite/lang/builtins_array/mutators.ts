const a = [3, 1, 2];
console.log(a.push(4, 5), a.pop(), a.unshift(0, 9), a.shift(), a);
console.log(a.splice(1, 2, "x", "y", "z"), a, a.splice(-1), a.splice(2), a.splice(), a.splice(0, 0, [1]), a);
console.log(
  [1, 2, 3, 4, 5].copyWithin(0, 3),
  [1, 2, 3].fill(0, 1),
  [1, 2, 3].fill(9, -1),
  new Array(3).fill([]),
  [1, 2, 3].reverse(),
  [5, 1, 10].sort(),
  [5, 1, 10].sort((x, y) => x - y),
);
console.log(
  [3, undefined, 1, , 2].sort(),
  ["b", , "a", undefined].sort((x, y) => (x < y ? 1 : -1)),
  [true, false, null, NaN].sort(),
);
const b = [];
b[5] = 1;
b.length = 3;
b[1] = "h";
console.log(b, b.length, b.push(), Object.keys(b));
b.length = 0;
console.log(b, b.pop(), b.shift());
try {
  b.length = -1;
} catch (e) {
  console.log(e.message);
}
try {
  b.length = 1.5;
} catch (e) {
  console.log(e.message);
}
const stable = [
  ["a", 2],
  ["b", 1],
  ["c", 2],
  ["d", 1],
]
  .sort((x, y) => x[1] - y[1])
  .map((x) => x[0])
  .join("");
console.log(
  stable,
  [1, 2, 3].sort(() => 0),
  [2, 1].sort(undefined),
);
try {
  [1].sort(null);
} catch (e) {
  console.log(e.message);
}
a[-1] = "neg";
a["2"] = "str";
a[1e3] = 1;
console.log(a.length, a);
//= 5 5 6 0 [ 9, 3, 1, 2, 4 ]
//= [ 3, 1 ] [ [ 1 ], 9, 'x' ] [ 4 ] [ 'y', 'z', 2 ] [] [] [ [ 1 ], 9, 'x' ]
//= [ 4, 5, 3, 4, 5 ] [ 1, 0, 0 ] [ 1, 2, 9 ] [ [], [], [] ] [ 3, 2, 1 ] [ 1, 10, 5 ] [ 1, 5, 10 ]
//= [ 1, 2, 3, undefined, <1 empty item> ] [ 'b', 'a', undefined, <1 empty item> ] [ NaN, false, null, true ]
//= [ <1 empty item>, 'h', <1 empty item> ] 3 3 [ '1' ]
//= [] undefined undefined
//= Invalid array length
//= Invalid array length
//= bdac [ 1, 2, 3 ] [ 1, 2 ]
//= The comparison function must be either a function or undefined
//= 1001 [ [ 1 ], 9, 'str', <997 empty items>, 1, '-1': 'neg' ]
