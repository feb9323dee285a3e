let i = 0;
console.log((i++, i++, i), void i++, i, typeof void 0);
const o = {
  a: 1,
  get b() {
    return 1;
  },
};
console.log(delete o.a, delete o.missing, delete o["b"], o, delete [].x);
const arr = [1, 2, 3];
console.log(delete arr[1], arr, arr.length, 1 in arr);
try {
  delete arr.length;
} catch (e) {
  console.log(e.message);
}
try {
  delete Object.freeze({ z: 1 }).z;
} catch (e) {
  console.log(e.message);
}
console.log(delete o?.a?.b, delete null?.x, typeof o?.x?.y.z, o?.["a"], o.f?.(), o.f?.().g.h);
try {
  o.f?.g();
  o.f.g?.();
} catch (e) {
  console.log(e.message);
}
const log = [];
const f = (x) => (log.push(x), x);
f(null) ?? f("right");
f(0) || f("or");
f(1) && f("and");
f(undefined)?.[f("never")];
console.log(log);
for (let a = 0, b = 10; a < b; a += 4, b--) console.log(a, b);
console.log(
  ((a, b) => a + b)(...[1, 2], ...[]),
  [..."ab", ...[1]].length,
  !!function () {},
  -(-1),
  +-+1,
  !!!0,
  ~-1,
  typeof typeof 1,
);
//= 2 undefined 3 undefined
//= true true true {} true
//= true [ 1, <1 empty item>, 3 ] 3 false
//= Cannot delete property 'length' of [object Array]
//= Cannot delete property 'z' of #<Object>
//= true true undefined undefined undefined undefined
//= Cannot read properties of undefined (reading 'g')
//= [ null, 'right', 0, 'or', 1, 'and', undefined ]
//= 0 10
//= 4 9
//= 3 3 true 1 -1 true 0 string
