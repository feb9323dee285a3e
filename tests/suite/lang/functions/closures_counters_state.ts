const make = () => {
  let n = 0;
  return {
    inc: () => ++n,
    dec: () => --n,
    reset: () => (n = 0),
    get n() {
      return n;
    },
  };
};
const a = make(),
  b = make();
a.inc();
a.inc();
b.dec();
console.log(a.n, b.n, a.reset(), a.n);
const adders = [1, 2, 3].map((x) => (y) => x + y);
console.log(adders.map((f) => f(10)));
var fs = [];
for (var i = 0; i < 3; i++) {
  fs.push(() => i);
}
console.log(fs.map((f) => f()));
fs = [];
for (var j = 0; j < 3; j++) {
  ((k) => fs.push(() => k))(j);
}
console.log(fs.map((f) => f()));
const bank = (balance) => ({
  withdraw(x) {
    if (x > balance) return "insufficient";
    balance -= x;
    return balance;
  },
  deposit: (x) => (balance += x),
});
const acc = bank(100);
console.log(acc.withdraw(30), acc.deposit(50), acc.withdraw(500));
function outer() {
  const x = "outer x";
  return { read: () => x, shadow: (x) => x, nested: () => (() => (() => x)())() };
}
const o = outer();
console.log(o.read(), o.shadow("s"), o.nested());
const once = (f) => {
  let called = false,
    v;
  return (...args) => {
    if (!called) {
      called = true;
      v = f(...args);
    }
    return v;
  };
};
const init = once((x) => {
  console.log("init", x);
  return x * 2;
});
console.log(init(1), init(2));
const compose = (...fs) =>
  fs.reduce(
    (f, g) =>
      (...a) =>
        f(g(...a)),
  );
console.log(
  compose(
    (x) => x + 1,
    (x) => x * 2,
    (a, b) => a + b,
  )(3, 4),
);
const gen = (seed) => () => (seed = (seed * 16807) % 2147483647);
const r = gen(1);
console.log(r(), r(), r());
const partial =
  (f, ...a) =>
  (...b) =>
    f(...a, ...b);
console.log(partial(Math.max, 5)(1, 9), partial((a, b, c) => [a, b, c], 1)(2));
let fact;
fact = (n) => (n ? n * fact(n - 1) : 1);
const keep = fact;
fact = () => "replaced";
console.log(keep(3));
const self = function me(n) {
  return n ? me(n - 1) : typeof me;
};
console.log(self(2));
{
  let block = 1;
  var peek = () => block++;
}
console.log(peek(), peek());
const lazy = (f) => {
  let g = () => {
    const v = f();
    g = () => v;
    return v;
  };
  return () => g();
};
const l = lazy(() => (console.log("computed"), 7));
console.log(l() + l());
const pubsub = () => {
  const subs = new Set();
  return { sub: (f) => (subs.add(f), () => subs.delete(f)), pub: (...a) => [...subs].map((f) => f(...a)) };
};
const ps = pubsub();
const off = ps.sub((x) => x + 1);
ps.sub((x) => x * 2);
console.log(ps.pub(5));
off();
console.log(ps.pub(5));
//= 2 -1 0 0
//= [ 11, 12, 13 ]
//= [ 3, 3, 3 ]
//= [ 0, 1, 2 ]
//= 70 120 insufficient
//= outer x s outer x
//= init 1
//= 2 2
//= 15
//= 16807 282475249 1622650073
//= 9 [ 1, 2, undefined ]
//= NaN
//= function
//= 1 2
//= computed
//= 14
//= [ 6, 10 ]
//= [ 10 ]
