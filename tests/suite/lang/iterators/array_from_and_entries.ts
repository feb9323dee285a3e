console.log(
  Array.from({ length: 3 }, (_, i) => i * i),
  Array.from({ length: 2, 0: "a", 1: "b" }),
  Array.from(new Map([[1, 2]])),
  Array.from("abc", (c, i) => c + i),
  Array.from([1, , 3]),
);
console.log(
  Array.from({ length: "2" }),
  Array.from({}),
  Array.from(5),
  Array.from(
    (function* () {
      yield 1;
      yield 2;
    })(),
  ),
);
const thisArg = { k: 10 };
console.log(
  Array.from(
    [1, 2],
    function (x) {
      return x * this.k;
    },
    thisArg,
  ),
);
function Collection(...a) {
  this.args = a;
}
console.log(Array.from.call(Collection, [1, 2]), Array.of.call(Collection, 7), Array.from.call({}, [3]));
console.log(
  Object.fromEntries([["a", 1]].values()),
  new Map(Object.entries({ x: 1 })),
  Object.entries(new Map([[1, 2]])),
);
try {
  Array.from([1], "not a function");
} catch (e) {
  console.log(e.message);
}
try {
} catch (e) {
  console.log(e.message);
}
for (const [i, v] of ["x", "y"].entries()) console.log(i, v);
console.log(
  [...[, "a"].entries()],
  [...[, "a"].keys()],
  [..."ab"].map((c) => c.charCodeAt()),
);
//= [ 0, 1, 4 ] [ 'a', 'b' ] [ [ 1, 2 ] ] [ 'a0', 'b1', 'c2' ] [ 1, undefined, 3 ]
//= [ undefined, undefined ] [] [] [ 1, 2 ]
//= [ 10, 20 ]
//= Collection { '0': 1, '1': 2, args: [], length: 2 } Collection { '0': 7, args: [ 1 ], length: 1 } [ 3 ]
//= { a: 1 } Map(1) { 'x' => 1 } []
//= not a function is not a function
//= 0 x
//= 1 y
//= [ [ 0, undefined ], [ 1, 'a' ] ] [ 0, 1 ] [ 97, 98 ]
