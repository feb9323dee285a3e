function* naturals() {
  let n = 0;
  try {
    while (true) yield n++;
  } finally {
    console.log("stopped at", n);
  }
}
function* take(n, xs) {
  if (n <= 0) return;
  for (const x of xs) {
    yield x;
    if (--n === 0) return;
  }
}
function* map(f, xs) {
  for (const x of xs) yield f(x);
}
function* filter(p, xs) {
  for (const x of xs) if (p(x)) yield x;
}
console.log([
  ...take(
    3,
    map(
      (x) => x * x,
      filter((x) => x % 2, naturals()),
    ),
  ),
]);
const [a, b] = naturals();
console.log(a, b);
function* zip(...its) {
  const all = its.map((x) => x[Symbol.iterator]());
  while (true) {
    const rs = all.map((i) => i.next());
    if (rs.some((r) => r.done)) return;
    yield rs.map((r) => r.value);
  }
}
console.log([...zip([1, 2, 3], "ab", new Set([true, false, null]))]);
function* fib() {
  let [x, y] = [0, 1];
  for (;;) {
    yield x;
    [x, y] = [y, x + y];
  }
}
for (const f of fib()) {
  if (f > 50) break;
  if (f % 2) continue;
  console.log(f);
}
function* permute(xs) {
  if (xs.length < 2) return yield xs;
  for (let i = 0; i < xs.length; i++)
    for (const p of permute([...xs.slice(0, i), ...xs.slice(i + 1)])) yield [xs[i], ...p];
}
console.log([...permute([1, 2, 3])].map((p) => p.join("")).join(" "));
//= stopped at 6
//= [ 1, 9, 25 ]
//= stopped at 2
//= 0 1
//= [ [ 1, 'a', true ], [ 2, 'b', false ] ]
//= 0
//= 2
//= 8
//= 34
//= 123 132 213 231 312 321
