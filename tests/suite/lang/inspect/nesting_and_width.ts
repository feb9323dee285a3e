console.log({ a: { b: { c: { d: 1 } } } }, [[[[1]]]], { l: [[[]]] }, [{ a: { b: {} } }]);
console.log({ name: "a fairly long name", description: "something that is quite long indeed", n: 12345 });
console.log({ k1: "value one", k2: "value two", k3: "value three", k4: "value four", k5: "value five" });
console.log(
  Array.from({ length: 7 }, (_, i) => i * 1000),
  Array.from({ length: 30 }, (_, i) => i),
  Array.from({ length: 101 }, (_, i) => i % 2),
);
console.log(
  ["aaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbb", "cccccccccccccccccccccc"],
  Array(8).fill("item"),
  [
    ["a", 1],
    ["b", 2],
  ],
);
console.log(
  [1.5, -2, 300, 4, 5, 6, 7, 8, 9, 10],
  ["x", "yy", "zzz", "a", "b", "c", "d", "e"],
  [undefined, null, true, NaN, -0],
);
console.log({
  f() {},
  g: () => {},
  h: class {},
  i: class I extends Array {},
  async j() {},
  *k() {},
  [Symbol("s")]: Symbol("v"),
  "quoted key": 1,
  5: "num",
  valid_$: 2,
  é: 3,
  "": 4,
});
console.log("top", ["it's", 'say "hi"', `both ' and "`, "all ` ' \"", "new\nline", "tab\t\\", "\u0000\x7f"], {
  s: "it's",
});
console.log(
  [, 1, , , 2, ,],
  [,],
  [undefined, , null],
  Object.assign([1, 2], { k: "v", "-1": 0 }),
  Object.assign(() => {}, { a: 1 }),
  Object.assign(function named() {}, { b: { c: 1 } }),
);
console.log(
  {
    get a() {
      return 1;
    },
    set a(v) {},
    get b() {
      return 2;
    },
    set c(v) {},
  },
  Object.create({ inherited: 1 }),
  Object.create(null),
  Object.create(class Foo {}.prototype),
);
const cyc = { n: 1 };
cyc.self = cyc;
cyc.list = [cyc, { cyc }];
console.log(cyc);
const arr = [1];
arr.push(arr);
console.log(arr, new Map([["m", cyc]]));
console.log(null, undefined, true, 1, "str", Symbol("s"), -0, [], {}, "", [""], [[], {}], [null], { a: undefined });
//= { a: { b: { c: [Object] } } } [ [ [ [Array] ] ] ] { l: [ [ [] ] ] } [ { a: { b: {} } } ]
//= {
//=   name: 'a fairly long name',
//=   description: 'something that is quite long indeed',
//=   n: 12345
//= }
//= {
//=   k1: 'value one',
//=   k2: 'value two',
//=   k3: 'value three',
//=   k4: 'value four',
//=   k5: 'value five'
//= }
//= [
//=      0, 1000, 2000,
//=   3000, 4000, 5000,
//=   6000
//= ] [
//=    0,  1,  2,  3,  4,  5,  6,  7,  8,
//=    9, 10, 11, 12, 13, 14, 15, 16, 17,
//=   18, 19, 20, 21, 22, 23, 24, 25, 26,
//=   27, 28, 29
//= ] [
//=   0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1,
//=   0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1,
//=   0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1,
//=   0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1,
//=   0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1,
//=   0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1,
//=   0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1,
//=   0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1,
//=   0, 1, 0, 1,
//=   ... 1 more item
//= ]
//= [
//=   'aaaaaaaaaaaaaaaaaaaaaaaa',
//=   'bbbbbbbbbbbbbbbbbbbbbbbbb',
//=   'cccccccccccccccccccccc'
//= ] [
//=   'item', 'item',
//=   'item', 'item',
//=   'item', 'item',
//=   'item', 'item'
//= ] [ [ 'a', 1 ], [ 'b', 2 ] ]
//= [
//=   1.5, -2, 300, 4,  5,
//=     6,  7,   8, 9, 10
//= ] [
//=   'x', 'yy', 'zzz',
//=   'a', 'b',  'c',
//=   'd', 'e'
//= ] [ undefined, null, true, NaN, -0 ]
//= {
//=   '5': 'num',
//=   f: [Function: f],
//=   g: [Function: g],
//=   h: [class h],
//=   i: [class I extends Array],
//=   j: [AsyncFunction: j],
//=   k: [GeneratorFunction: k],
//=   'quoted key': 1,
//=   'valid_$': 2,
//=   'é': 3,
//=   '': 4,
//=   [Symbol(s)]: Symbol(v)
//= }
//= top [
//=   "it's",
//=   'say "hi"',
//=   `both ' and "`,
//=   'all ` \' "',
//=   'new\nline',
//=   'tab\t\\',
//=   '\x00\x7F'
//= ] { s: "it's" }
//= [ <1 empty item>, 1, <2 empty items>, 2, <1 empty item> ] [ <1 empty item> ] [ undefined, <1 empty item>, null ] [ 1, 2, k: 'v', '-1': 0 ] [Function (anonymous)] { a: 1 } [Function: named] { b: { c: 1 } }
//= { a: [Getter/Setter], b: [Getter], c: [Setter] } {} [Object: null prototype] {} Foo {}
//= <ref *1> {
//=   n: 1,
//=   self: [Circular *1],
//=   list: [ [Circular *1], { cyc: [Circular *1] } ]
//= }
//= <ref *1> [ 1, [Circular *1] ] Map(1) {
//=   'm' => <ref *1> {
//=     n: 1,
//=     self: [Circular *1],
//=     list: [ [Circular *1], [Object] ]
//=   }
//= }
//= null undefined true 1 str Symbol(s) -0 [] {}  [ '' ] [ [], {} ] [ null ] { a: undefined }
