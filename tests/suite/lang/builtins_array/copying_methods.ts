// with, toSpliced, toSorted, findLast, at, copyWithin, fill, flat: bounds and errors.
const a = [1, 2, 3, 4, 5];
console.log(a.with(-1, 9), a.toSpliced(-2, 1, "x", "y"), a.toSpliced(), a.toSpliced(1), a.toSpliced(1, undefined), a.at(-5), a.at(5), a.at("1"));
for (const i of [5, -6, Infinity])
  try {
    a.with(i, 0);
  } catch (e) {
    console.log(e.name);
  }
console.log([...a].copyWithin(1, 3), [...a].copyWithin(-2, 0, 1), [...a].copyWithin(0, 1, 99), [...a].fill(0, -3, -1), [...a].fill(7, 2), [...a].fill(1, 3, 2));
console.log([1, [2, [3, [4, [5]]]]].flat(Infinity), [[1], [[2]]].flat(0), [[1, [2]]].flat(-1), [1, 2].flatMap((x) => [[x]]), ["ab"].flatMap((x) => x));
console.log(a.findLast((x) => x < 3), a.findLastIndex((x) => x > 9), a.lastIndexOf(5, -2), a.indexOf(1, -99), a.includes(5, -1), a.lastIndexOf(1, -5));
console.log([...a].splice(-2), [...a].splice(1, -1), [...a].splice(), [...a].splice(0, undefined), a.slice(-2, -1), a.slice(3, 1), a.join(undefined), [null, [undefined, [1]]].join());
//= [ 1, 2, 3, 4, 9 ] [ 1, 2, 3, 'x', 'y', 5 ] [ 1, 2, 3, 4, 5 ] [ 1 ] [ 1, 2, 3, 4, 5 ] 1 undefined 2
//= RangeError
//= RangeError
//= RangeError
//= [ 1, 4, 5, 4, 5 ] [ 1, 2, 3, 1, 5 ] [ 2, 3, 4, 5, 5 ] [ 1, 2, 0, 0, 5 ] [ 1, 2, 7, 7, 7 ] [ 1, 2, 3, 4, 5 ]
//= [ 1, 2, 3, 4, 5 ] [ [ 1 ], [ [ 2 ] ] ] [ [ 1, [ 2 ] ] ] [ [ 1 ], [ 2 ] ] [ 'ab' ]
//= 2 -1 -1 0 true 0
//= [ 4, 5 ] [] [] [] [ 4 ] [] 1,2,3,4,5 ,,1
