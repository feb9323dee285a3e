const a = [5, 1, NaN, 5, , undefined];
console.log(
  a.indexOf(5, 1),
  a.lastIndexOf(5),
  a.indexOf(undefined),
  a.includes(NaN),
  a.includes(5, -3),
  a.lastIndexOf(5, -4),
  a.indexOf(1, -100),
);
console.log(
  a.find((x) => x > 4),
  a.findIndex((x) => x !== x),
  a.findLast((x) => x === 5),
  a.findLastIndex((x) => x === undefined),
  a.find((x, i) => i === 4 && console.log("visits holes", x)),
);
console.log(a.at(-1), a.at(0), a.at(99), a.at(-99), a.at("1"), [7].at(NaN));
console.log(
  a.some((x) => x === 1),
  a.every((x) => x),
  [].every(() => false),
  [].some(() => true),
  [, 1].every((x) => x === 1),
);
const seen = [];
[1, 2, 3].forEach(
  function (x, i, all) {
    seen.push([x, i, all.length, this.tag]);
  },
  { tag: "T" },
);
console.log(seen);
const grow = [1, 2, 3];
grow.forEach((x) => {
  if (x < 3) grow.push(x * 10);
});
console.log(
  grow,
  [1, 2, 3, 4].filter((x, i, arr) => {
    arr.pop();
    return true;
  }),
);
for (const f of [
  () => [].find(1),
  () => [].forEach(),
  () => [1].map({}),
  () => [].reduce(),
  () => [].reduce((a) => a),
  () => [].flatMap(2),
])
  try {
    f();
  } catch (e) {
    console.log(e.message);
  }
//= 3 3 5 true true 0 1
//= visits holes undefined
//= 5 2 5 5 undefined
//= undefined 5 undefined undefined 1 7
//= true false true false true
//= [ [ 1, 0, 3, 'T' ], [ 2, 1, 3, 'T' ], [ 3, 2, 3, 'T' ] ]
//= [ 1, 2, 3, 10, 20 ] [ 1, 2 ]
//= 1 is not a function
//= undefined is not a function
//= #<Object> is not a function
//= undefined is not a function
//= Reduce of empty array with no initial value
//= flatMap mapper function is not callable
