console.log(
  (255).toString(16),
  (255).toString(2),
  (-255).toString(36),
  (0.5).toString(2),
  (0.1).toString(3),
  (1e21).toString(7).length,
  (35).toString(36),
  (3.7).toString(8),
);
console.log(
  (1.005).toFixed(2),
  (1e21).toFixed(2),
  (-1.5).toFixed(0),
  (2.5).toFixed(0),
  (0).toFixed(2),
  (123.456).toFixed(),
  (0.000001).toFixed(7),
  (1.45).toFixed(1),
  (-0.0000001).toFixed(2),
  (10.235).toFixed(2),
);
console.log(
  (123.456).toPrecision(4),
  (0.00001).toPrecision(1),
  (123456).toPrecision(2),
  (0).toPrecision(3),
  (1e21).toPrecision(3),
  (1.25).toPrecision(2),
  (123.456).toExponential(),
  (123.456).toExponential(2),
  (0).toExponential(2),
  (-1e-7).toExponential(1),
  NaN.toFixed(2),
  Infinity.toPrecision(2),
);
console.log(
  0.1 + 0.2,
  1 / 3,
  100,
  1e100,
  123e-20,
  1.7976931348623157e308,
  5e-324,
  4.35,
  0.000001,
  0.0000001,
  1e20,
  1e21,
  -1e-7,
  2 ** 53,
  2 ** 64,
  123456789.123456789,
  0xff,
  0b11,
  0o17,
  1_000_000,
  0.5,
  5,
  0.1e2,
);
console.log(
  Number.MAX_SAFE_INTEGER,
  Number.EPSILON,
  Number.MIN_VALUE,
  Number.MAX_VALUE,
  Number.isInteger(5.0),
  Number.isSafeInteger(2 ** 53),
  Number.isInteger("5"),
  (25).toString(36),
  (1234.5678).toLocaleString(),
  (1e6).toLocaleString("en-US"),
);
for (const f of [
  () => (1).toString(1),
  () => (1).toFixed(-1),
  () => (1).toPrecision(0),
  () => (1).toExponential(101),
  () => Number.prototype.toString.call("x"),
  () => Number(Symbol()),
])
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
console.log(
  -0,
  [-0],
  `${-0}`,
  JSON.stringify(-0),
  -0 + 0,
  Object.is(-0 + -0, -0),
  0 === -0,
  (-0).toString(),
  (-0).toFixed(1),
  [0, -0].map((x) => 1 / x),
  Math.sign(-0),
  -0 > 0,
);
//= ff 11111111 -73 0.1 0.0022002200220022002200220022002201 25 z 3.54631463146314632
//= 1.00 1e+21 -2 3 0.00 123 0.0000010 1.4 -0.00 10.23
//= 123.5 0.00001 1.2e+5 0.00 1.00e+21 1.3 1.23456e+2 1.23e+2 0.00e+0 -1.0e-7 NaN Infinity
//= 0.30000000000000004 0.3333333333333333 100 1e+100 1.23e-18 1.7976931348623157e+308 5e-324 4.35 0.000001 1e-7 100000000000000000000 1e+21 -1e-7 9007199254740992 18446744073709552000 123456789.12345679 255 3 15 1000000 0.5 5 10
//= 9007199254740991 2.220446049250313e-16 5e-324 1.7976931348623157e+308 true false false p 1,234.568 1,000,000
//= RangeError: toString() radix argument must be between 2 and 36
//= RangeError: toFixed() digits argument must be between 0 and 100
//= RangeError: toPrecision() argument must be between 1 and 100
//= RangeError: toExponential() argument must be between 0 and 100
//= TypeError: Number.prototype.toString requires that 'this' be a Number
//= TypeError: Cannot convert a Symbol value to a number
//= -0 [ -0 ] 0 0 0 true true 0 0.0 [ Infinity, -Infinity ] -0 false
