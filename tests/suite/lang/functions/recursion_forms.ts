const hanoi = (n, a = "A", b = "B", c = "C") =>
  n === 0 ? [] : [...hanoi(n - 1, a, c, b), a + c, ...hanoi(n - 1, b, a, c)];
console.log(hanoi(3).join(" "));
const ack = (m, n) => (m === 0 ? n + 1 : n === 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)));
console.log(ack(2, 3));
const even = (n) => (n === 0 ? true : odd(n - 1));
function odd(n) {
  return n === 0 ? false : even(n - 1);
}
console.log(even(10), odd(7));
const subsets = ([h, ...t]) => (h === undefined ? [[]] : subsets(t).flatMap((s) => [s, [h, ...s]]));
console.log(subsets([1, 2, 3]).length, subsets(["a", "b"]));
const perms = (xs) =>
  xs.length ? xs.flatMap((x, i) => perms([...xs.slice(0, i), ...xs.slice(i + 1)]).map((p) => [x, ...p])) : [[]];
console.log(
  perms("abc".split(""))
    .map((p) => p.join(""))
    .join(),
);
const flatten = (o, p = "") =>
  Object.entries(o).reduce(
    (acc, [k, v]) => (v && typeof v === "object" ? { ...acc, ...flatten(v, `${p}${k}.`) } : { ...acc, [p + k]: v }),
    {},
  );
console.log(flatten({ a: { b: { c: 1 }, d: [2, { e: 3 }] }, f: null }));
const depth = (x) => (Array.isArray(x) ? 1 + Math.max(0, ...x.map(depth)) : 0);
console.log(depth([1, [2, [3]], []]));
const pascal = (n) => (n === 0 ? [1] : ((p) => [1, ...p.slice(1).map((x, i) => x + p[i]), 1])(pascal(n - 1)));
console.log([0, 1, 4].map(pascal));
const pow = (b, e) => (e === 0 ? 1 : e % 2 ? b * pow(b, e - 1) : pow(b * b, e / 2));
console.log(pow(2, 30), pow(3, 0));
const memo = {};
const lcs = (a, b) => {
  const k = `${a}|${b}`;
  return (memo[k] ??=
    !a || !b
      ? ""
      : a[0] === b[0]
        ? a[0] + lcs(a.slice(1), b.slice(1))
        : [lcs(a.slice(1), b), lcs(a, b.slice(1))].reduce((x, y) => (y.length > x.length ? y : x)));
};
console.log(lcs("AGGTAB", "GXTXAYB"));
const change = (amount, [c, ...rest]) =>
  amount === 0 ? 1 : amount < 0 || c === undefined ? 0 : change(amount - c, [c, ...rest]) + change(amount, rest);
console.log(change(50, [25, 10, 5, 1]));
const tree = { v: 1, kids: [{ v: 2, kids: [{ v: 3 }] }, { v: 4 }] };
const sum = ({ v, kids = [] }) => v + kids.reduce((s, k) => s + sum(k), 0),
  paths = ({ v, kids }, p = []) => (kids ? kids.flatMap((k) => paths(k, [...p, v])) : [[...p, v].join(">")]);
console.log(sum(tree), paths(tree));
const bin = (n) => (n < 2 ? String(n) : bin(n >> 1) + (n & 1));
console.log(bin(37));
const rev = (s) => (s ? rev(s.slice(1)) + s[0] : "");
console.log(rev("recursive"));
const merge = (a, b) =>
  !a.length ? b : !b.length ? a : a[0] <= b[0] ? [a[0], ...merge(a.slice(1), b)] : [b[0], ...merge(a, b.slice(1))];
console.log(merge([1, 4, 6], [2, 3, 9]));
const sier = (n) =>
  n === 0
    ? ["*"]
    : ((s) => [...s.map((l) => " ".repeat(2 ** (n - 1)) + l + " ".repeat(2 ** (n - 1))), ...s.map((l) => l + " " + l)])(
        sier(n - 1),
      );
console.log(
  sier(2)
    .map((l) => l.trimEnd())
    .join("\n"),
);
//= AC AB CB AC BA BC AC
//= 9
//= true true
//= 8 [ [], [ 'a' ], [ 'b' ], [ 'a', 'b' ] ]
//= abc,acb,bac,bca,cab,cba
//= { 'a.b.c': 1, 'a.d.0': 2, 'a.d.1.e': 3, f: null }
//= 3
//= [ [ 1 ], [ 1, 1 ], [ 1, 4, 6, 4, 1 ] ]
//= 1073741824 1
//= GTAB
//= 49
//= 10 [ '1>2>3', '1>4' ]
//= 100101
//= evisrucer
//= [ 1, 2, 3, 4, 6, 9 ]
//=    *
//=   * *
//=  *   *
//= * * * *
