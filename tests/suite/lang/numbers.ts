console.log(0.1 + 0.2, 1 / 3, 1e21, 1e-7, 123456789012345680000, -0, [-0], 5 % 3, -5 % 3, 2 ** 10, 7 / 0, -1 / 0, 0 / 0);
console.log(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 31, -1 >>> 0, -8 >> 1, -8 >>> 28);
console.log(parseInt("42px"), parseFloat("3.5e2x"), Number(""), Number("0x1f"), Number("abc"), +true, +[], +{}, Number(null), Number(undefined));
console.log((255).toString(16), (0.5).toString(2), (3.14159).toFixed(2), (1234.5678).toFixed(0), (0).toFixed(2));
console.log(Math.floor(-1.5), Math.round(2.5), Math.round(-2.5), Math.trunc(-1.9), Math.max(), Math.min(), Math.abs(-3), Math.sqrt(16), Math.sign(-2), Math.hypot(3, 4));
console.log(Number.isInteger(5.0), Number.MAX_SAFE_INTEGER, Number.EPSILON > 0, isNaN("x"), Number.isNaN("x"));
console.log(NaN === NaN, Object.is(NaN, NaN), 0 === -0, Object.is(0, -0));
let n = 5;
console.log(n++, ++n, n--, --n, n += 2, n *= 3, n **= 2, n %= 10, n <<= 2, n |= 1);
console.log(1_000_000, 0b101, 0o17, 0xff, .5, 5.);
console.log(9007199254740993, 100, 1e100, 4.35, 0.000001);
//= 0.30000000000000004 0.3333333333333333 1e+21 1e-7 123456789012345680000 -0 [ -0 ] 2 -2 1024 Infinity -Infinity NaN
//= 1 7 6 -6 -2147483648 4294967295 -4 15
//= 42 350 0 31 NaN 1 0 NaN 0 NaN
//= ff 0.1 3.14 1235 0.00
//= -2 3 -2 -1 -Infinity Infinity 3 4 -1 5
//= true 9007199254740991 true true false
//= false true true false
//= 5 7 7 5 7 21 441 1 4 5
//= 1000000 5 15 255 0.5 5
//= 9007199254740992 100 1e+100 4.35 0.000001
