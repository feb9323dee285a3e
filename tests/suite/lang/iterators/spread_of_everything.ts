const sources = {
  array: [1, 2],
  string: "añ😀",
  set: new Set([1, 1, 2]),
  map: new Map([["k", "v"]]),
  keys: new Map([["k", "v"]]).keys(),
  generator: (function* () {
    yield 1;
  })(),
  args: (function () {
    return arguments;
  })(1, 2),
  matchAll: "a1b2".matchAll(/\d/g),
  entries: ["x"].entries(),
  custom: {
    *[Symbol.iterator]() {
      yield "c";
    },
  },
};
for (const [name, s] of Object.entries(sources)) {
  const all = [...s];
  console.log(name, all.length, String(all[0]), [...s].length);
}
console.log(
  Math.max(...new Set([3, 9])),
  new Array(...[3]).length,
  String.fromCharCode(..."AB".split("").map((c) => c.charCodeAt(0))),
  [...[..."ab"].entries()].flat(),
  Object.fromEntries([..."ab"].map((c, i) => [c, i])),
  [...Array(3).keys()].map((i) => i * i),
  new Map([...new Map([[1, 2]]), [3, 4]]).size,
);
//= array 2 1 2
//= string 3 a 3
//= set 2 1 2
//= map 1 k,v 1
//= keys 1 k 0
//= generator 1 1 0
//= args 2 1 2
//= matchAll 2 1 0
//= entries 1 0,x 0
//= custom 1 c 1
//= 9 3 AB [ 0, 'a', 1, 'b' ] { a: 0, b: 1 } [ 0, 1, 4 ] 2
