const r = (x, n = 0) => Math.round(x * 10 ** n) / 10 ** n;
console.log(
  r(1.005, 2),
  r(2.345, 2),
  r(-1.5),
  r(0.5),
  r(-0.5),
  r(1e20),
  Math.round(0.49999999999999994),
  Math.round(4503599627370495.5),
  Math.round(-4503599627370495.5),
);
console.log(
  (1.345).toFixed(2),
  (1.335).toFixed(2),
  (8.575).toFixed(2),
  (0.5).toFixed(0),
  (1.5).toFixed(0),
  (2.5).toFixed(0),
  (-2.5).toFixed(0),
  (1e-10).toFixed(2),
  (123.456).toFixed(10),
  (5e-324).toFixed(3),
  (1e20).toFixed(2),
);
console.log(
  0.1 * 3,
  0.7 + 0.1,
  0.2 + 0.4,
  1.1 + 2.2,
  3 * 1.1,
  0.1 ** 2,
  (1 / 3) * 3,
  1e16 + 1,
  9007199254740992 + 1,
  2 ** 53 === 2 ** 53 + 1,
  5e-324 / 2,
  1.7976931348623157e308 * 2,
  -1 / 0,
  0 / 0,
  1e-7,
  1.5e-7,
  123456.789e3,
  1e21,
  1.1e21,
  100000000000000000000,
  0.000001234,
  4.9406564584124654e-324,
);
const eq = (a, b) => Math.abs(a - b) < Number.EPSILON;
console.log(eq(0.1 + 0.2, 0.3), eq(1, 1.0001), Number.EPSILON > 0, Number.MIN_VALUE, Number.MAX_SAFE_INTEGER + 2);
const kahan = (xs) => {
  let s = 0,
    c = 0;
  for (const x of xs) {
    const y = x - c,
      t = s + y;
    c = t - s - y;
    s = t;
  }
  return s;
};
console.log(
  kahan(Array(10).fill(0.1)),
  Array(10)
    .fill(0.1)
    .reduce((a, b) => a + b),
);
console.log(
  Math.trunc(-0.9),
  Math.ceil(-0.9),
  Math.floor(-0.1),
  Math.sign(-0),
  1 / Math.round(-0.2),
  Object.is(Math.max(-0, 0), 0),
  Object.is(Math.min(0, -0), -0),
  -0 === 0,
  [-0].indexOf(0),
  [-0].includes(0),
  String(-0),
  `${-0}`,
  JSON.stringify([-0]),
  -0 + "",
  (-0).toFixed(),
  Object.is(-0 * 1, -0),
  Object.is(0 * -1, -0),
  Object.is(parseInt("-0"), -0),
  Object.is(+"-0", -0),
  Object.is(Math.abs(-0), 0),
);
console.log(
  (25).toString(2),
  (0.1).toString(2).length,
  (255.5).toString(16),
  (1 / 3).toString(3),
  (-7.5).toString(2),
  (1e21).toString(36),
  (0.5).toString(7).slice(0, 8),
  (1234.5678).toPrecision(6),
  (0.00012345).toPrecision(2),
  (1e6).toPrecision(2),
  (12345.6789).toExponential(3),
  (0).toExponential(),
  (1.5).toString(10),
  NaN.toString(2),
  Infinity.toString(16),
);
console.log(
  7 % 2.5,
  -7 % 2.5,
  5.5 % -2,
  1e17 % 7,
  2 ** 0.5,
  8 ** (1 / 3),
  (-8) ** (1 / 3),
  0 ** 0,
  NaN ** 0,
  1 ** Infinity,
  2 ** -1074,
  2 ** -1075,
);
//= 1 2.35 -1 1 -0 100000000000000000000 0 4503599627370496 -4503599627370495
//= 1.34 1.33 8.57 1 2 3 -3 0.00 123.4560000000 0.000 100000000000000000000.00
//= 0.30000000000000004 0.7999999999999999 0.6000000000000001 3.3000000000000003 3.3000000000000003 0.010000000000000002 1 10000000000000000 9007199254740992 true 0 Infinity -Infinity NaN 1e-7 1.5e-7 123456789 1e+21 1.1e+21 100000000000000000000 0.000001234 5e-324
//= true false true 5e-324 9007199254740992
//= 1 0.9999999999999999
//= -0 -0 -1 -0 -Infinity true true true 0 true 0 0 [0] 0 0 true true true true true
//= 11001 57 ff.8 0.1 -111.1 5v1j4f4ds7c000 0.333333 1234.57 0.00012 1.0e+6 1.235e+4 0e+0 1.5 NaN Infinity
//= 2 -2 1.5 5 1.4142135623730951 2 NaN 1 1 NaN 5e-324 0
