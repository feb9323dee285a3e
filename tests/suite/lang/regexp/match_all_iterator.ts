const it = "a1b22c".matchAll(/[a-z](\d*)/g);
console.log(it, it.next(), Object.prototype.toString.call(it), [...it].length, it.next());
console.log(
  Object.getOwnPropertyNames(Object.getPrototypeOf(it)),
  Object.getPrototypeOf(it).next.length,
  it[Symbol.iterator]() === it,
  typeof it.return,
);
for (const m of "x=1;y=2".matchAll(/(?<k>\w)=(?<v>\d)/g)) console.log(m.groups.k, m.groups.v, m.index);
console.log(
  Array.from("abc".matchAll(/b/g), (m) => m[0]),
  new Map([..."k1 k2".matchAll(/k(\d)/g)].map((m) => [m[0], +m[1]])),
);
let n = 0;
for (const m of "aaaa".matchAll(/a/g)) {
  if (++n === 2) break;
}
console.log(n);
try {
  it.next.call({});
} catch (e) {
  console.log(e.name);
}
const [first, ...rest] = "1 2 3".matchAll(/\d/g);
console.log(first[0], rest.length);
//= Object [RegExp String Iterator] {} {
//=   value: [ 'a1', '1', index: 0, input: 'a1b22c', groups: undefined ],
//=   done: false
//= } [object RegExp String Iterator] 2 { value: undefined, done: true }
//= [ 'next' ] 0 true undefined
//= x 1 0
//= y 2 4
//= [ 'b' ] Map(2) { 'k1' => 1, 'k2' => 2 }
//= 2
//= TypeError
//= 1 2
