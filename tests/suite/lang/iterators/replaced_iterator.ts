const original = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function* () {
  for (let i = this.length - 1; i >= 0; i--) yield this[i];
};
const xs = [1, 2, 3];
const [first, second] = xs;
const spread = [...xs];
const loop = [];
for (const x of xs) loop.push(x);
const set = new Set(xs);
const max = ((a, b) => a - b)(...[10, 1]);
Array.prototype[Symbol.iterator] = original;
console.log(first, second, spread, loop, set, max);
const own = Object.assign([1, 2], { [Symbol.iterator]: () => ["own"].values() });
console.log([...own], Array.from(own), [].concat(own));
const proto = Object.getPrototypeOf([].values());
const next = proto.next;
let calls = 0;
proto.next = function () {
  calls++;
  return next.call(this);
};
for (const x of [1, 2]);
const [z] = [5];
proto.next = next;
console.log(calls, z);
//= 3 2 [ 3, 2, 1 ] [ 3, 2, 1 ] Set(3) { 3, 2, 1 } -9
//= [ 'own' ] [ 'own' ] [ 1, 2 ]
//= 4 5
