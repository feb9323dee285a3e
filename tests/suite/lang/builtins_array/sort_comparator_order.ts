const calls = [];
const r = [3, 1, 2].sort((a, b) => {
  calls.push([a, b]);
  return a - b;
});
console.log(r, calls.length >= 2);
console.log(
  [5, 3, 8].sort((a, b) => b - a),
  [1, 2, 3].sort(() => NaN),
  [1, 2, 3].sort((a, b) => ({ valueOf: () => b - a })),
);
try {
  [1, 2].sort(() => {
    throw new Error("comparator");
  });
} catch (e) {
  console.log(e.message);
}
const people = [
  { n: "Zoe", a: 30 },
  { n: "adam", a: 25 },
  { n: "Bob", a: 30 },
  { n: "Änne", a: 25 },
];
console.log(people.sort((x, y) => y.a - x.a || (x.n < y.n ? -1 : 1)).map((p) => p.n));
console.log(
  ["é", "z", "a", "Z"].sort(),
  [-1, -2, 5, 10].sort(),
  [[2], [1, 5], [1]].sort(),
  ["a10", "a9", "a1"].sort(),
  [undefined, 3, null].sort(),
);
const big = Array.from({ length: 500 }, (_, i) => (i * 7919) % 503);
const sorted = [...big].sort((a, b) => a - b);
console.log(
  sorted.every((x, i) => !i || sorted[i - 1] <= x),
  sorted[0],
  sorted[499],
  big.length,
);
const tagged = Array.from({ length: 60 }, (_, i) => ({ k: i % 3, i }));
tagged.sort((a, b) => a.k - b.k);
console.log(tagged.every((x, i) => !i || tagged[i - 1].k < x.k || tagged[i - 1].i < x.i));
//= [ 1, 2, 3 ] true
//= [ 8, 5, 3 ] [ 1, 2, 3 ] [ 3, 2, 1 ]
//= comparator
//= [ 'Bob', 'Zoe', 'adam', 'Änne' ]
//= [ 'Z', 'a', 'z', 'é' ] [ -1, -2, 10, 5 ] [ [ 1 ], [ 1, 5 ], [ 2 ] ] [ 'a1', 'a10', 'a9' ] [ 3, null, undefined ]
//= true 0 502 500
//= true
