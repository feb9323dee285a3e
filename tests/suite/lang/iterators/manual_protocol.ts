const range = (from, to, step = 1) => ({
  from,
  to,
  step,
  [Symbol.iterator]() {
    let x = this.from;
    const { to, step } = this;
    return {
      next: () =>
        (step > 0 ? x < to : x > to)
          ? { value: ((x += step), x - step), done: false }
          : { value: undefined, done: true },
      [Symbol.iterator]() {
        return this;
      },
    };
  },
});
const r = range(0, 5, 2);
console.log([...r], [...r], Math.max(...r), Array.from(range(5, 0, -2)), new Set(range(0, 2)).size);
const it = r[Symbol.iterator]();
it.next();
console.log([...it], it.next());
const [a, ...rest] = range(1, 4);
console.log(a, rest, Object.fromEntries(Array.from(range(0, 2), (x) => [x, x * x])));
const infinite = {
  [Symbol.iterator]: () => {
    let n = 0;
    return { next: () => ({ value: n++ }) };
  },
};
for (const x of infinite) {
  if (x > 2) break;
  console.log(x);
}
const weird = {
  [Symbol.iterator]: () => ({
    i: 0,
    next() {
      return this.i++ < 2
        ? {
            get value() {
              return "lazy";
            },
            get done() {
              return false;
            },
          }
        : { done: 1 };
    },
  }),
};
console.log([...weird]);
//= [ 0, 2, 4 ] [ 0, 2, 4 ] 4 [ 5, 3, 1 ] 2
//= [ 2, 4 ] { value: undefined, done: true }
//= 1 [ 2, 3 ] { '0': 0, '1': 1 }
//= 0
//= 1
//= 2
//= [ 'lazy', 'lazy' ]
