let evaluated = 0;
const from = function* (n) {
  for (;;) {
    evaluated++;
    yield n++;
  }
};
const lazy = (it) => ({
  map: (f) =>
    lazy(
      (function* () {
        for (const x of it) yield f(x);
      })(),
    ),
  filter: (p) =>
    lazy(
      (function* () {
        for (const x of it) if (p(x)) yield x;
      })(),
    ),
  take: (n) =>
    lazy(
      (function* () {
        if (n > 0)
          for (const x of it) {
            yield x;
            if (--n === 0) return;
          }
      })(),
    ),
  reduce: (f, a) => {
    for (const x of it) a = f(a, x);
    return a;
  },
  [Symbol.iterator]: () => it[Symbol.iterator](),
});
console.log(
  [
    ...lazy(from(1))
      .map((x) => x * x)
      .filter((x) => x % 3 === 1)
      .take(4),
  ],
  evaluated,
);
evaluated = 0;
console.log(
  lazy(from(1))
    .take(5)
    .reduce((a, b) => a + b, 0),
  evaluated,
  [...lazy(from(0)).take(0)],
  evaluated,
);
const primes = (function* () {
  const seen = [];
  for (let n = 2; ; n++)
    if (seen.every((p) => n % p)) {
      seen.push(n);
      yield n;
    }
})();
console.log([...lazy(primes).take(8)]);
const memo = (it) => {
  const buf = [];
  return (i) => {
    while (buf.length <= i) buf.push(it.next().value);
    return buf[i];
  };
};
const sq = memo(
  lazy(from(1))
    .map((x) => x * x)
    [Symbol.iterator](),
);
console.log(sq(4), sq(2), sq(5));
//= [ 1, 4, 16, 25 ] 5
//= 15 5 [] 5
//= [
//=    2,  3,  5,  7,
//=   11, 13, 17, 19
//= ]
//= 25 9 36
