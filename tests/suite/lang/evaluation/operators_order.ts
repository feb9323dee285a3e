const log = [];
const v = (n, x = n) => ({
  valueOf() {
    log.push("v" + n);
    return x;
  },
  toString() {
    log.push("s" + n);
    return String(x);
  },
});
const e = (n, x) => (log.push("e" + n), x ?? v(n));
const flush = (r) => {
  console.log(String(r), log.join(" "));
  log.length = 0;
};
flush(e(1) + e(2) * e(3));
flush(e(1) ** (e(2) ** e(3)));
flush(e(1) < e(2));
flush(e(1) > e(2));
flush(e(1) <= e(2));
flush(`${e(1)}${e(2)}`);
flush(e(1) == e(2));
flush(e(1) == 1);
flush((e("o", { a: 1 })[e("k", "a")] += e(3)));
flush(e("f", (a, b) => a)(e(1), e(2)) + 0);
flush([e(1), e(2)].join());
flush({ [e("k1")]: e("v1", 1), [e("k2")]: 2 }.k1);
flush(e(1) in { 1: 0 });
flush(-e(1));
flush(e(1) && e(2, 0) && e(3));
flush((e(1), e(2, 5)));
flush(
  new (e(
    "C",
    class {
      constructor(x) {
        this.x = +x;
      }
    },
  ))(e(1)).x,
);
flush(e("a", [1, 2])[e(1)]);
flush(e(1) instanceof e("F", Object));
flush(typeof e(1));
flush(delete e("o", { z: 1 })[e("z")]);
let x = 1;
flush(x + (x = 5) + x);
flush(x++ + x++);
flush((x = 2) * x--);
flush([x, (x = 9), x]);
const a = [0, 0];
let i = 0;
a[i++] = i++;
flush([a, i]);
a[(i = 0)] += i = 1;
flush([a, i]);
try {
  null[log.push("key evaluated")];
} catch (err) {
  flush(err.message);
}
try {
  undefined_fn(log.push("never"));
} catch (err) {
  flush(err.message);
}
try {
  null.f(log.push("never 2"));
} catch (err) {
  flush(err.message);
}
try {
  ({}).f(log.push("args first"));
} catch (err) {
  flush(err.message);
}
try {
} catch (err) {
  flush(err.message);
}
//= 7 e1 e2 e3 v2 v3 v1
//= 1 e1 e2 e3 v2 v3 v1
//= true e1 e2 v1 v2
//= false e1 e2 v1 v2
//= true e1 e2 v1 v2
//= 12 e1 s1 e2 s2
//= false e1 e2
//= true e1 v1
//= 4 eo ek e3 v3
//= 1 ef e1 e2 v1
//= 1,2 e1 e2 s1 s2
//= 1 ek1 sk1 ev1 ek2 sk2
//= true e1 s1
//= -1 e1 v1
//= 0 e1 e2
//= 5 e1 e2
//= 1 eC e1 v1
//= 2 ea e1 s1
//= true e1 eF
//= object e1
//= true eo ez sz
//= 11
//= 11
//= 4
//= 1,9,9
//= 1,0,2
//= 2,0,1
//= Cannot read properties of null (reading '1') key evaluated
//= undefined_fn is not defined
//= Cannot read properties of null (reading 'f')
//= {}.f is not a function args first
