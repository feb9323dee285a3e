let a = [1, 2, 3],
  i = 0;
a[i] = i = 2;
console.log(a, i);
i = 0;
a[i++] = a[i++] = 9;
console.log(a, i);
let x = (a = [5]),
  y;
console.log(x === a, (y = 3) + y, y);
var o = {};
o.a = o.b = o;
console.log(o.a.b === o);
let p = { n: 1 },
  q = p;
p.next = p = { n: 2 };
console.log(q.next === p, p.next);
[a[0], a[1]] = [a[1], a[0]];
console.log(a);
let s = "x";
s += s += "y";
console.log(s);
let n = 5;
n = n++ + n--;
console.log(n);
n -= n - (n = 1);
console.log(n);
const f = () => {
  i = 100;
  return 1;
};
i = 1;
i += f();
console.log(i);
i = 1;
i = f() + i;
console.log(i);
let m = { v: 1 };
const g = () => {
  m = { v: 10 };
  return 5;
};
const before = m;
m.v += g();
console.log(before, m);
({ v: m.w = 7 } = {});
console.log(m);
[m.z = 1, ...m.rest] = [undefined, 2, 3];
console.log(m);
let k = "a";
const d = { [k]: (k = "b"), [k]: (k = "c") };
console.log(d, k);
for (const t of [1]) var leaked = t;
console.log(leaked);
var { length } = "four",
  [head = length] = [];
console.log(length, head);
let u1, u2;
u1 = u2 = {};
console.log(u1 === u2);
((c) => {
  c = 5;
  console.log(c);
})(1);
console.log(
  ((v) => (v = v || "dflt"))(0),
  (() => {
    let z;
    return ((z = 5), z * 2);
  })(),
);
//= [ 2, 2, 3 ] 2
//= [ 9, 9, 3 ] 2
//= true 6 3
//= true
//= true undefined
//= [ undefined, 5 ]
//= xxy
//= 11
//= 1
//= 2
//= 101
//= { v: 6 } { v: 10 }
//= { v: 10, w: 7 }
//= { v: 10, w: 7, z: 1, rest: [ 2, 3 ] }
//= { a: 'b', b: 'c' } c
//= 1
//= 4 4
//= true
//= 5
//= dflt 10
