const a = [1, 2, 3];
for (const x of a) {
  console.log(x);
  if (x === 1) a.push(4);
  if (x === 2) a.shift();
}
const m = new Map([
  ["a", 1],
  ["b", 2],
]);
for (const [k] of m) {
  console.log(k);
  if (k === "a") {
    m.delete("b");
    m.set("c", 3);
  }
  if (k === "c") m.delete("c");
}
const s = new Set([1]);
for (const x of s) {
  console.log(x);
  if (x < 4) s.add(x + 1);
  s.delete(x);
}
console.log(s.size);
const it = a[Symbol.iterator]();
a.length = 1;
console.log([...it], it.next());
a.push(9, 9);
console.log(it.next());
const e = m.entries();
m.clear();
m.set("later", 1);
console.log(e.next(), e.next(), e.next());
m.forEach((v, k) => {
  console.log(k);
  if (m.size < 3) m.set(k + "x", 1);
});
console.log(
  Object.prototype.toString.call(e),
  e[Symbol.toStringTag],
  typeof e[Symbol.iterator],
  [][Symbol.iterator] === Array.prototype.values,
);
console.log([..."a\u{1F600}b"], [..."e\u0301"].length, Array.from("\ud83d"));
//= 1
//= 2
//= 4
//= a
//= c
//= 1
//= 2
//= 3
//= 4
//= 0
//= [ 2 ] { value: undefined, done: true }
//= { value: undefined, done: true }
//= { value: [ 'later', 1 ], done: false } { value: undefined, done: true } { value: undefined, done: true }
//= later
//= laterx
//= laterxx
//= [object Map Iterator] Map Iterator function true
//= [ 'a', '😀', 'b' ] 2 [ '\ud83d' ]
