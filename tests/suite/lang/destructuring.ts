const [a, , b = 7, ...rest] = [1, 2, undefined, 4, 5];
console.log(a, b, rest);
const { x, y: { z = 3, ...others }, ...more } = { x: 1, y: { p: 2, q: 4 }, m: 5, n: 6 };
console.log(x, z, others, more);
let p = 1, q = 2;
[p, q] = [q, p];
console.log(p, q);
function f({ name, tags: [first] = ["none"] }, [k] = [9]) {
  return name + first + k;
}
console.log(f({ name: "n" }), f({ name: "m", tags: ["t"] }, [1]));
for (const [key, value] of Object.entries({ one: 1, two: 2 })) console.log(key, value);
const key = "dyn";
const { [key]: dynamic = "d" } = {};
console.log(dynamic);
const target = {};
({ a: target.a, b: target["b"] } = { a: 1, b: 2 });
console.log(target);
try {
  const { oops } = null;
} catch (e) {
  console.log(e.name);
}
const [c1, c2] = "hi";
console.log(c1, c2);
//= 1 7 [ 4, 5 ]
//= 1 3 { p: 2, q: 4 } { m: 5, n: 6 }
//= 2 1
//= nnone9 mt1
//= one 1
//= two 2
//= d
//= { a: 1, b: 2 }
//= TypeError
//= h i
