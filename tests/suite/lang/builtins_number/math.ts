console.log(
  Math.max(),
  Math.min(),
  Math.max(1, "3", [2]),
  Math.max(NaN, 1),
  Math.max(-0, 0),
  Math.min(0, -0),
  Math.round(2.5),
  Math.round(-2.5),
  Math.round(-0.4),
  Math.round(0.49999999999999994),
  Math.trunc(-4.7),
  Math.sign(-3),
  Math.floor(-4.5),
  Math.ceil(-4.5),
  Math.ceil(-0.5),
);
console.log(
  Math.hypot(3, 4),
  Math.hypot(),
  Math.cbrt(27),
  Math.log2(8),
  Math.log10(1000),
  Math.log1p(0),
  Math.expm1(0),
  Math.fround(5.5),
  Math.fround(5.05),
  Math.clz32(1),
  Math.imul(0xffffffff, 5),
  Math.atan2(1, 1),
  Math.sqrt(2),
  Math.pow(2, 0.5),
  Math.pow(NaN, 0),
  Math.pow(1, Infinity),
  (-8) ** (1 / 3),
);
console.log(
  Math.sin(1),
  Math.cos(1),
  Math.tan(1),
  Math.asin(1),
  Math.exp(1),
  Math.log(10),
  Math.sinh(1),
  Math.tanh(1),
  Math.acosh(2),
  Math.asinh(1),
  Math.atanh(0.5),
  Math.PI,
  Math.E,
  Math.SQRT1_2,
  Math.LN2,
);
console.log(
  5 % 3,
  -5 % 3,
  5 % -3,
  5.5 % 2,
  -0 % 1,
  Infinity % 2,
  2 % Infinity,
  1e308 * 10,
  -1e308 * 10,
  0 / 0,
  1 / -0,
  2 ** 1023 * 2,
  5 & 3,
  5 | 3,
  5 ^ 3,
  ~5,
  1 << 31,
  -1 >>> 28,
  -1 >> 28,
  (2 ** 32) | 0,
  1e20 | 0,
  NaN | 0,
  "12" & 7,
  1.9 | 0,
  -1.9 | 0,
);
const r = Math.random();
console.log(
  r >= 0 && r < 1,
  Object.prototype.toString.call(Math),
  typeof Math,
  Math.abs("-3"),
  Math.abs(null),
  Math.abs({}),
  Math.floor("4.7"),
  Math.max(...[1, 5, 3]),
  Math.max.apply(null, [1, 2]),
);
let x = 5;
x **= 2;
x %= 7;
x <<= 3;
x >>= 1;
x |= 1;
x ^= 6;
x &= 15;
x >>>= 1;
console.log(x, x++ + ++x, x-- - --x);
//= -Infinity Infinity 3 NaN 0 -0 3 -2 -0 0 -4 -1 -5 -4 -0
//= 5 0 3 3 3 0 0 5.5 5.050000190734863 31 -5 0.7853981633974483 1.4142135623730951 1.4142135623730951 1 NaN NaN
//= 0.8414709848078965 0.5403023058681398 1.5574077246549023 1.5707963267948966 2.718281828459045 2.302585092994046 1.1752011936438014 0.7615941559557649 1.3169578969248166 0.881373587019543 0.5493061443340548 3.141592653589793 2.718281828459045 0.7071067811865476 0.6931471805599453
//= 2 -2 2 1.5 -0 NaN 2 Infinity -Infinity NaN -Infinity Infinity 1 7 6 -6 -2147483648 15 -1 0 1661992960 0 4 1 -1
//= true [object Math] object 3 0 NaN 4 5 2
//= 3 8 2
