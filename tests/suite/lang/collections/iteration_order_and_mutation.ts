const m = new Map();
for (const k of ["z", 1, "a", 0, true, null, undefined]) m.set(k, typeof k);
m.delete(1);
m.set(1, "again");
m.set("z", "updated");
console.log([...m.keys()], m);
const it = m[Symbol.iterator]();
it.next();
m.delete("a");
console.log(it.next().value);
m.clear();
console.log(it.next(), [...it]);
const s = new Set([3, 1, 2]);
s.add(1);
s.delete(3);
s.add(3);
console.log([...s], s);
for (const x of s) {
  if (x === 1) {
    s.delete(2);
    s.add(9);
  }
  console.log(x);
}
const e = s.entries();
console.log(e.next().value, [...e]);
const big = new Map(Array.from({ length: 1000 }, (_, i) => [i, i]));
for (let i = 0; i < 990; i++) big.delete(i);
console.log([...big.keys()], big.size);
let seen = 0;
for (const [k] of big) {
  if (k < 995) big.set(k + 1000, k);
  seen++;
}
console.log(seen, big.size);
const keys = new Map([
  [{}, 1],
  [{}, 2],
  [[], 3],
  ["[]", 4],
  [() => {}, 5],
]);
console.log(keys.size, keys.get({}), [...keys.values()]);
const obj = { id: 1 };
const byRef = new Map([[obj, "v"]]);
obj.id = 2;
console.log(
  byRef.get(obj),
  byRef.has({ id: 2 }),
  new Map([
    [1, "n"],
    ["1", "s"],
  ]).get(1),
  new Map([[0.1 + 0.2, "x"]]).get(0.3),
);
m.set("self", m);
console.log(m.get("self").get("self") === m, m);
new Map([[1, 2]]).forEach(console.log);
console.log(
  new Set([new Set([1]), new Map()]),
  [...new Set("aab")].length,
  new Set([1, 2]).forEach((v, k, set) => console.log(v === k, set.size)),
  Array.from(new Map([["a", 1]]), ([k, v]) => k + v),
  Math.max(...new Set([1, 5])),
  Object.entries({ ...new Map([[1, 2]]) }),
);
//= [ 'z', 'a', 0, true, null, undefined, 1 ] Map(7) {
//=   'z' => 'updated',
//=   'a' => 'string',
//=   0 => 'number',
//=   true => 'boolean',
//=   null => 'object',
//=   undefined => 'undefined',
//=   1 => 'again'
//= }
//= [ 0, 'number' ]
//= { value: undefined, done: true } []
//= [ 1, 2, 3 ] Set(3) { 1, 2, 3 }
//= 1
//= 3
//= 9
//= [ 1, 1 ] [ [ 3, 3 ], [ 9, 9 ] ]
//= [
//=   990, 991, 992, 993,
//=   994, 995, 996, 997,
//=   998, 999
//= ] 10
//= 15 15
//= 5 undefined [ 1, 2, 3, 4, 5 ]
//= v false n undefined
//= true <ref *1> Map(1) { 'self' => [Circular *1] }
//= 2 1 Map(1) { 1 => 2 }
//= true 2
//= true 2
//= Set(2) { Set(1) { 1 }, Map(0) {} } 2 undefined [ 'a1' ] 5 []
