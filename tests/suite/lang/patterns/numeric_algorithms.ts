const sieve = (n) => {
  const c = Array(n + 1).fill(true);
  for (let i = 2; i * i <= n; i++) if (c[i]) for (let j = i * i; j <= n; j += i) c[j] = false;
  return c.flatMap((p, i) => (p && i > 1 ? [i] : []));
};
console.log(sieve(60).join(" "));
const gcd = (a, b) => (b ? gcd(b, a % b) : a);
console.log(
  gcd(1071, 462),
  [4, 6, 10].reduce((a, b) => (a * b) / gcd(a, b)),
);
const mat = (a, b) => a.map((r) => b[0].map((_, j) => r.reduce((s, x, k) => s + x * b[k][j], 0)));
const pow = (m, n) => (n === 1 ? m : n % 2 ? mat(m, pow(m, n - 1)) : pow(mat(m, m), n / 2));
console.log(
  pow(
    [
      [1, 1],
      [1, 0],
    ],
    30,
  ),
  mat(
    [
      [1, 2],
      [3, 4],
    ],
    [
      [0, 1],
      [1, 0],
    ],
  ),
);
let seed = 42;
const lcg = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
const xs = Array.from({ length: 5 }, () => Math.floor(lcg() * 100));
console.log(xs);
const shuffle = (a) => {
  for (let i = a.length - 1; i > 0; i--) {
    const j = Math.floor(lcg() * (i + 1));
    [a[i], a[j]] = [a[j], a[i]];
  }
  return a;
};
console.log(
  shuffle([1, 2, 3, 4, 5, 6])
    .sort((a, b) => a - b)
    .join(""),
);
const hash = (s) => [...s].reduce((h, c) => Math.imul(h ^ c.charCodeAt(0), 16777619) >>> 0, 2166136261).toString(16);
console.log(hash("hello"), hash(""));
const crc = (s) => {
  let c = -1;
  for (const ch of s) {
    c ^= ch.charCodeAt(0);
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return (~c >>> 0).toString(16);
};
console.log(crc("123456789"));
const quick = (a) =>
  a.length < 2
    ? a
    : [...quick(a.slice(1).filter((x) => x < a[0])), a[0], ...quick(a.slice(1).filter((x) => x >= a[0]))];
const merge = (a, b) => {
  const out = [];
  let i = 0,
    j = 0;
  while (i < a.length && j < b.length) out.push(a[i] <= b[j] ? a[i++] : b[j++]);
  return out.concat(a.slice(i), b.slice(j));
};
const msort = (a) => (a.length < 2 ? a : merge(msort(a.slice(0, a.length >> 1)), msort(a.slice(a.length >> 1))));
const data = [9, 4, 7, 1, 8, 4];
console.log(quick(data).join(), msort(data).join(), data.join());
const bisect = (a, x) => {
  let lo = 0,
    hi = a.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    a[mid] < x ? (lo = mid + 1) : (hi = mid);
  }
  return lo;
};
console.log([0, 3, 4, 10].map((x) => bisect([1, 3, 3, 5], x)));
const queens = (n, cols = [], out = []) => {
  if (cols.length === n) out.push(cols);
  else
    for (let c = 0; c < n; c++)
      if (cols.every((k, r) => k !== c && Math.abs(k - c) !== cols.length - r)) queens(n, [...cols, c], out);
  return out;
};
console.log(queens(6).length, queens(6)[0]);
console.log(
  [0.1, 0.2, 0.3].reduce((a, b) => a + b),
  (0.1 * 3).toFixed(20).length,
  Number((1.005).toFixed(2)),
  2 ** 0.5 * 2 ** 0.5 === 2,
  [1e16 + 1, 9007199254740993],
  0.1 + 0.7,
  1.1 * 3,
  4.35 * 100,
  1 - 0.9,
);
//= 2 3 5 7 11 13 17 19 23 29 31 37 41 43 47 53 59
//= 21 60
//= [ [ 1346269, 832040 ], [ 832040, 514229 ] ] [ [ 2, 1 ], [ 4, 3 ] ]
//= [ 25, 8, 57, 22, 37 ]
//= 123456
//= 4f9f2cab 811c9dc5
//= cbf43926
//= 1,4,4,7,8,9 1,4,4,7,8,9 9,4,7,1,8,4
//= [ 0, 1, 3, 4 ]
//= 4 [ 1, 3, 5, 0, 2, 4 ]
//= 0.6000000000000001 22 1 false [ 10000000000000000, 9007199254740992 ] 0.7999999999999999 3.3000000000000003 434.99999999999994 0.09999999999999998
