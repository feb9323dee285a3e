const a = [3, 1, 2];
console.log(a.length, a.push(5), a.pop(), a.shift(), a.unshift(9, 8), a);
console.log(a.indexOf(1), a.includes(2), a.join("-"), a.slice(1, 3), a.concat([7], 8), a.reverse());
console.log([5, 1, 10].sort(), [5, 1, 10].sort((x, y) => x - y), [1, 2, 3, 4].splice(1, 2));
console.log([1, 2, 3].map((x) => x * 2).filter((x) => x > 2).reduce((s, x) => s + x, 0));
console.log([1, 2, 3].some((x) => x > 2), [1, 2, 3].every((x) => x > 2), [1, 2, 3].find((x) => x > 1), [1, 2, 3].findIndex((x) => x > 5));
console.log([[1, 2], [3, [4]]].flat(), [1, 2].flatMap((x) => [x, x * 10]), Array.from({ length: 3 }, (_, i) => i * i), Array.of(1, 2), new Array(3).fill(0));
console.log([...[1, 2], ...new Set([2, 3])], Array.isArray([]), [1, , 3].length, [1, , 3]);
const holes = [];
holes[3] = "x";
console.log(holes, holes.length, 2 in holes);
holes.length = 1;
console.log(holes);
[1, 2].forEach((v, i, all) => console.log(v, i, all.length));
console.log([..."ab"].entries().next(), [...[7, 8].entries()], [..."ab"].keys().next().value);
const m = [3, 2, 1];
m.sort();
console.log(m, m.at(-1), m.lastIndexOf(3), [1, 2, 3].reduceRight((s, x) => s + x, ""), [3, undefined, 1].sort());
let s = [{ k: 1, v: "a" }, { k: 0, v: "b" }, { k: 1, v: "c" }].sort((x, y) => x.k - y.k).map((x) => x.v);
console.log(s.join(""));
//= 3 4 5 3 4 [ 9, 8, 1, 2 ]
//= 2 true 9-8-1-2 [ 8, 1 ] [ 9, 8, 1, 2, 7, 8 ] [ 2, 1, 8, 9 ]
//= [ 1, 10, 5 ] [ 1, 5, 10 ] [ 2, 3 ]
//= 10
//= true false 2 -1
//= [ 1, 2, 3, [ 4 ] ] [ 1, 10, 2, 20 ] [ 0, 1, 4 ] [ 1, 2 ] [ 0, 0, 0 ]
//= [ 1, 2, 2, 3 ] true 3 [ 1, <1 empty item>, 3 ]
//= [ <3 empty items>, 'x' ] 4 false
//= [ <1 empty item> ]
//= 1 0 2
//= 2 1 2
//= { value: [ 0, 'a' ], done: false } [ [ 0, 7 ], [ 1, 8 ] ] 0
//= [ 1, 2, 3 ] 3 2 321 [ 1, 3, undefined ]
//= bac
