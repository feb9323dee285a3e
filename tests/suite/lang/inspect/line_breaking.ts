const o = (n, w) => Object.fromEntries(Array.from({ length: n }, (_, i) => ["key" + i, "v".repeat(w)]));
console.log(o(1, 60));
console.log(o(2, 20), o(3, 15));
console.log(o(4, 12));
console.log(o(5, 5), o(6, 4));
console.log(o(7, 3));
console.log([o(2, 5), o(2, 5)], [o(3, 15)]);
console.log({ a: o(2, 10), b: o(1, 30) });
console.log(
  { list: Array.from({ length: 5 }, (_, i) => "item" + i), n: 1 },
  { list: Array.from({ length: 8 }, (_, i) => i * 100) },
);
console.log(
  [
    ["aaaa", "bbbb"],
    ["cccc", "dddd"],
    ["eeee", "ffff"],
  ],
  [
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 8],
    [9, 10],
    [11, 12],
    [13, 14],
  ],
);
console.log(Array.from({ length: 20 }, (_, i) => "w".repeat(i % 7)));
console.log(
  Array.from({ length: 27 }, (_, i) => i ** 3),
  Array.from({ length: 9 }, (_, i) => -i * 1.5),
);
console.log(
  Array.from({ length: 7 }, (_, i) => ({ i })),
  Array.from({ length: 7 }, (_, i) => [i]),
);
console.log({
  f: function () {},
  g: () => {},
  h: class Foo {},
  d: new Date(0),
  r: /re/g,
  e: null,
  u: undefined,
  s: Symbol("x"),
  n: -0,
});
console.log({ nested: { a: 1, b: { c: 2, d: { e: 3, f: { g: 4 } } } }, arr: [1, [2, [3, [4, [5]]]]] });
console.log("prefix", { a: 1 }, [1, 2], "mid", o(5, 14), "end");
console.log(
  ["short", "x".repeat(70)],
  ["x".repeat(72)],
  ["x".repeat(76)],
  { k: "x".repeat(70) },
  { k: ["x".repeat(66)] },
);
console.log(
  [undefined, , null, , ,],
  [[], [[]], [[[]]], [[[[]]]]],
  [{}, { a: {} }, { a: { b: {} } }, { a: { b: { c: {} } } }],
);
console.log(
  Array.from({ length: 3 }, () => Array.from({ length: 7 }, (_, j) => j)),
  Array.from({ length: 102 }, () => 1).length,
  Array(3).fill({ x: { y: { z: {} } } }),
);
//= {
//=   key0: 'vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv'
//= }
//= { key0: 'vvvvvvvvvvvvvvvvvvvv', key1: 'vvvvvvvvvvvvvvvvvvvv' } {
//=   key0: 'vvvvvvvvvvvvvvv',
//=   key1: 'vvvvvvvvvvvvvvv',
//=   key2: 'vvvvvvvvvvvvvvv'
//= }
//= {
//=   key0: 'vvvvvvvvvvvv',
//=   key1: 'vvvvvvvvvvvv',
//=   key2: 'vvvvvvvvvvvv',
//=   key3: 'vvvvvvvvvvvv'
//= }
//= {
//=   key0: 'vvvvv',
//=   key1: 'vvvvv',
//=   key2: 'vvvvv',
//=   key3: 'vvvvv',
//=   key4: 'vvvvv'
//= } {
//=   key0: 'vvvv',
//=   key1: 'vvvv',
//=   key2: 'vvvv',
//=   key3: 'vvvv',
//=   key4: 'vvvv',
//=   key5: 'vvvv'
//= }
//= {
//=   key0: 'vvv',
//=   key1: 'vvv',
//=   key2: 'vvv',
//=   key3: 'vvv',
//=   key4: 'vvv',
//=   key5: 'vvv',
//=   key6: 'vvv'
//= }
//= [ { key0: 'vvvvv', key1: 'vvvvv' }, { key0: 'vvvvv', key1: 'vvvvv' } ] [
//=   {
//=     key0: 'vvvvvvvvvvvvvvv',
//=     key1: 'vvvvvvvvvvvvvvv',
//=     key2: 'vvvvvvvvvvvvvvv'
//=   }
//= ]
//= {
//=   a: { key0: 'vvvvvvvvvv', key1: 'vvvvvvvvvv' },
//=   b: { key0: 'vvvvvvvvvvvvvvvvvvvvvvvvvvvvvv' }
//= }
//= { list: [ 'item0', 'item1', 'item2', 'item3', 'item4' ], n: 1 } {
//=   list: [
//=       0, 100, 200, 300,
//=     400, 500, 600, 700
//=   ]
//= }
//= [ [ 'aaaa', 'bbbb' ], [ 'cccc', 'dddd' ], [ 'eeee', 'ffff' ] ] [
//=   [ 1, 2 ],
//=   [ 3, 4 ],
//=   [ 5, 6 ],
//=   [ 7, 8 ],
//=   [ 9, 10 ],
//=   [ 11, 12 ],
//=   [ 13, 14 ]
//= ]
//= [
//=   '',       'w',      'ww',
//=   'www',    'wwww',   'wwwww',
//=   'wwwwww', '',       'w',
//=   'ww',     'www',    'wwww',
//=   'wwwww',  'wwwwww', '',
//=   'w',      'ww',     'www',
//=   'wwww',   'wwwww'
//= ]
//= [
//=       0,     1,     8,    27,    64,
//=     125,   216,   343,   512,   729,
//=    1000,  1331,  1728,  2197,  2744,
//=    3375,  4096,  4913,  5832,  6859,
//=    8000,  9261, 10648, 12167, 13824,
//=   15625, 17576
//= ] [
//=     -0,  -1.5,   -3,
//=   -4.5,    -6, -7.5,
//=     -9, -10.5,  -12
//= ]
//= [
//=   { i: 0 }, { i: 1 },
//=   { i: 2 }, { i: 3 },
//=   { i: 4 }, { i: 5 },
//=   { i: 6 }
//= ] [
//=   [ 0 ], [ 1 ],
//=   [ 2 ], [ 3 ],
//=   [ 4 ], [ 5 ],
//=   [ 6 ]
//= ]
//= {
//=   f: [Function: f],
//=   g: [Function: g],
//=   h: [class Foo],
//=   d: 1970-01-01T00:00:00.000Z,
//=   r: /re/g,
//=   e: null,
//=   u: undefined,
//=   s: Symbol(x),
//=   n: -0
//= }
//= {
//=   nested: { a: 1, b: { c: 2, d: [Object] } },
//=   arr: [ 1, [ 2, [Array] ] ]
//= }
//= prefix { a: 1 } [ 1, 2 ] mid {
//=   key0: 'vvvvvvvvvvvvvv',
//=   key1: 'vvvvvvvvvvvvvv',
//=   key2: 'vvvvvvvvvvvvvv',
//=   key3: 'vvvvvvvvvvvvvv',
//=   key4: 'vvvvvvvvvvvvvv'
//= } end
//= [
//=   'short',
//=   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
//= ] [
//=   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
//= ] [
//=   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
//= ] {
//=   k: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
//= } {
//=   k: [
//=     'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
//=   ]
//= }
//= [ undefined, <1 empty item>, null, <2 empty items> ] [ [], [ [] ], [ [ [] ] ], [ [ [Array] ] ] ] [ {}, { a: {} }, { a: { b: {} } }, { a: { b: [Object] } } ]
//= [
//=   [
//=     0, 1, 2, 3,
//=     4, 5, 6
//=   ],
//=   [
//=     0, 1, 2, 3,
//=     4, 5, 6
//=   ],
//=   [
//=     0, 1, 2, 3,
//=     4, 5, 6
//=   ]
//= ] 102 [
//=   { x: { y: [Object] } },
//=   { x: { y: [Object] } },
//=   { x: { y: [Object] } }
//= ]
