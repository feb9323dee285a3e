function* g() {
  yield 1;
  yield 2;
  yield 3;
}
const it = g();
const [first] = it;
console.log(first, [...it], it.next());
const again = g();
for (const x of again) {
  console.log(x);
  if (x === 2) break;
}
console.log([...again]);
const reuse = { [Symbol.iterator]: g };
console.log([...reuse], [...reuse]);
const entries = Object.entries({ a: 1 })[Symbol.iterator]();
console.log(entries.next(), entries.next());
const m = new Map([[1, 2]]).entries();
console.log([...m].length, [...m].length);
const shared = [1, 2, 3, 4][Symbol.iterator]();
const pairs = [];
for (const a of shared) pairs.push([a, shared.next().value]);
console.log(pairs);
//= 1 [] { value: undefined, done: true }
//= 1
//= 2
//= []
//= [ 1, 2, 3 ] [ 1, 2, 3 ]
//= { value: [ 'a', 1 ], done: false } { value: undefined, done: true }
//= 1 0
//= [ [ 1, 2 ], [ 3, 4 ] ]
