const t = (...a) => {
  const x = [0, 1, 2, 3, 4];
  const r = x.splice(...a);
  console.log(JSON.stringify(a), r, x);
};
t();
t(1);
t(-2);
t(1, 0, "i");
t(1, 2, "a", "b", "c");
t(-100, 1);
t(100, 1, "end");
t(0, Infinity);
t(1, -5);
t(1, undefined);
t(undefined, 1);
t("2", "1");
t(NaN, 1.9);
t(0, 5, ...[9]);
const s = [0, 1, 2, 3, 4];
console.log(
  s.slice(),
  s.slice(-2),
  s.slice(1, -1),
  s.slice(3, 1),
  s.slice("1", "3"),
  s.slice(NaN, Infinity),
  s.slice(-Infinity),
  s.slice(1.9, 3.9),
  s.slice(undefined, undefined),
  s.slice(null, 2),
  s.at(-0),
  s.at(4.7),
  s.at(-5.9),
  s.copyWithin(1, 3),
  [0, 1, 2, 3].copyWithin(-2, 0, 1),
  [1, 2, 3].fill(0, -2, -1),
  [1, 2, 3].fill(),
  [...Array(3)].fill({}).map((x, i, a) => x === a[0]),
  [1, 2, 3].lastIndexOf(3, -5),
  [1, 2, 3].indexOf(1, -1),
  [1, 2, 1].lastIndexOf(1, -2),
  [1, 2, 3].includes(3, -1),
);
//= [] [] [ 0, 1, 2, 3, 4 ]
//= [1] [ 1, 2, 3, 4 ] [ 0 ]
//= [-2] [ 3, 4 ] [ 0, 1, 2 ]
//= [1,0,"i"] [] [ 0, 'i', 1, 2, 3, 4 ]
//= [1,2,"a","b","c"] [ 1, 2 ] [ 0, 'a', 'b', 'c', 3, 4 ]
//= [-100,1] [ 0 ] [ 1, 2, 3, 4 ]
//= [100,1,"end"] [] [ 0, 1, 2, 3, 4, 'end' ]
//= [0,null] [ 0, 1, 2, 3, 4 ] []
//= [1,-5] [] [ 0, 1, 2, 3, 4 ]
//= [1,null] [] [ 0, 1, 2, 3, 4 ]
//= [null,1] [ 0 ] [ 1, 2, 3, 4 ]
//= ["2","1"] [ 2 ] [ 0, 1, 3, 4 ]
//= [null,1.9] [ 0 ] [ 1, 2, 3, 4 ]
//= [0,5,9] [ 0, 1, 2, 3, 4 ] [ 9 ]
//= [ 0, 1, 2, 3, 4 ] [ 3, 4 ] [ 1, 2, 3 ] [] [ 1, 2 ] [ 0, 1, 2, 3, 4 ] [ 0, 1, 2, 3, 4 ] [ 1, 2 ] [ 0, 1, 2, 3, 4 ] [ 0, 1 ] 0 4 0 [ 0, 3, 4, 3, 4 ] [ 0, 1, 0, 3 ] [ 1, 0, 3 ] [ undefined, undefined, undefined ] [ true, true, true ] -1 -1 0 true
