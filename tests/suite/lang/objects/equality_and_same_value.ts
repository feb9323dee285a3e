console.log(
  [NaN].indexOf(NaN),
  [NaN].includes(NaN),
  [, 1].includes(undefined),
  [, 1].indexOf(undefined),
  new Set([0, -0, NaN, NaN]).size,
  new Map([[-0, "z"]]).get(0),
);
console.log(
  Object.is([...new Set([-0])][0], 0),
  null == undefined,
  null == 0,
  null >= 0,
  "" == 0,
  "0" == false,
  [] == false,
  [1] == 1,
  [1, 2] == "1,2",
);
console.log(
  {} == "[object Object]",
  NaN != NaN,
  new String("a") == "a",
  new String("a") == new String("a"),
  "b" > "a",
  "10" < "9",
  "10" < 9,
  undefined == 0,
);
console.log(
  Object(1) == 1,
  Object(1) === 1,
  !!new Boolean(false),
  [] + {},
  [] + [],
  1 + null,
  1 + undefined,
  "5" * "2",
  true + true,
  [2] * [3],
  null + "",
  +[],
  +{},
  +"",
  +" 12 ",
  +"1x",
  -"3",
  ~~"7.9",
  "3" - -"3",
);
console.log(
  2 ** -1,
  (-2) ** 2,
  7 % -3,
  -7 % 3,
  5 / 0,
  -5 % 5,
  1 / (-5 % 5),
  0.1 + 0.2,
  1e21 + 1,
  123456789 ** 2,
  2 ** 53 + 1,
  1 << 31,
  1 << 32,
  -1 >>> 0,
  5 >>> 1.9,
  (2 ** 31) | 0,
);
//= -1 true true -1 2 z
//= true true false true true true true true true
//= true true true false true true false false
//= true false true [object Object]  1 NaN 10 2 6 null 0 NaN 0 12 NaN -3 7 6
//= 0.5 4 1 -1 Infinity -0 -Infinity 0.30000000000000004 1e+21 15241578750190520 9007199254740992 -2147483648 1 4294967295 2 -2147483648
