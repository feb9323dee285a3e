let a, b, rest;
const src = [1, 2, 3];
console.log(([a, b] = src) === src, ({ length: a } = "four") === "four", a, b);
const o = { list: [] };
[o.x, o["y"], ...o.list] = src;
console.log(o);
[[a], { b }] = [[1], { b: 2 }];
({ a, b = 5, ...rest } = { a: 9, z: 1, [Symbol.iterator]: 2 });
console.log(a, b, rest);
for ([a, b] of [
  [1, 2],
  [3, 4],
])
  console.log(a + b);
for ({ a, b = a * 2 } of [{ a: 1 }, { a: 2, b: 0 }]) console.log(a, b);
for (o.key of ["k1", "k2"]);
for (o.arr[0] of []);
console.log(o.key);
let i = 0;
const arr = [];
[arr[i++], arr[i++]] = ["first", "second"];
console.log(arr, i);
(function () {
  [this.a, this.b] = [1, 2];
  console.log(this);
}).call({});
class T {
  #p;
  set(v) {
    ({ p: this.#p, ...this.rest } = v);
    return this.#p;
  }
}
const t = new T();
console.log(t.set({ p: 1, q: 2 }), t);
[a = 10, b = a] = [];
console.log(a, b, [...([a, b] = [7, 8])]);
//= true true 4 2
//= { list: [ 3 ], x: 1, y: 2 }
//= 9 5 { z: 1, [Symbol(Symbol.iterator)]: 2 }
//= 3
//= 7
//= 1 2
//= 2 0
//= k2
//= [ 'first', 'second' ] 2
//= { a: 1, b: 2 }
//= 1 T { rest: { q: 2 } }
//= 10 10 [ 7, 8 ]
