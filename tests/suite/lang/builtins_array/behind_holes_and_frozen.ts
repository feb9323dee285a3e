console.log(
  Array.prototype[Symbol.unscopables],
  Object.keys(Array.prototype[Symbol.unscopables]).length,
  Object.getPrototypeOf(Array.prototype[Symbol.unscopables]),
);
const show = (f) => {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
};
show(() => Array.prototype.toString.call(null));
show(() => Object.freeze([]).pop());
show(() => Object.seal([]).pop());
show(() => Object.freeze([]).push());
show(() => Object.freeze([1]).reverse());
show(() => Object.freeze([]).shift());
show(() => Object.freeze([1, 2]).fill(0));
show(() => Object.freeze([1]).fill(0, 5));
show(() => Object.freeze([3]).sort());
show(() => Object.freeze([]).unshift());
Array.prototype[1] = "p";
const h = [0, , 2];
console.log(
  h.join(),
  h.indexOf("p"),
  h.slice(),
  h.map((x) => x),
  h.concat([3, , 5]),
  [...h],
  h.includes("p"),
  h.at(1),
  h.with(0, 9),
  h.toReversed(),
  h.flat(),
  h.pop(),
  h.pop(),
  h,
  h.length,
);
for (const x of [1, , 3]) console.log(x);
delete Array.prototype[1];
console.log([1, , 3].join());
class Stack extends Array {
  peek() {
    return this.at(-1);
  }
}
const s = Stack.from([1, 2, 3]);
s.push(4);
console.log(
  s,
  s.peek(),
  s.map((x) => x * 2) instanceof Stack,
  s.slice(1),
  s.filter(Boolean).constructor.name,
  s.concat([5]),
  s.length,
  Stack.of(7),
  new Stack(3),
  [...s],
);
//= [Object: null prototype] {
//=   at: true,
//=   copyWithin: true,
//=   entries: true,
//=   fill: true,
//=   find: true,
//=   findIndex: true,
//=   findLast: true,
//=   findLastIndex: true,
//=   flat: true,
//=   flatMap: true,
//=   includes: true,
//=   keys: true,
//=   values: true,
//=   toReversed: true,
//=   toSorted: true,
//=   toSpliced: true
//= } 16 null
//= TypeError: Cannot convert undefined or null to object
//= TypeError: Cannot assign to read only property 'length' of object '[object Array]'
//= undefined
//= TypeError: Cannot assign to read only property 'length' of object '[object Array]'
//= [ 1 ]
//= TypeError: Cannot assign to read only property 'length' of object '[object Array]'
//= TypeError: Cannot assign to read only property '0' of object '[object Array]'
//= [ 1 ]
//= [ 3 ]
//= TypeError: Cannot assign to read only property 'length' of object '[object Array]'
//= 0,p,2 1 [ 0, 'p', 2 ] [ 0, 'p', 2 ] [ 0, 'p', 2, 3, 'p', 5 ] [ 0, 'p', 2 ] true p [ 9, 'p', 2 ] [ 2, 'p', 0 ] [ 0, 'p', 2 ] 2 p [ 0 ] 1
//= 1
//= p
//= 3
//= 1,,3
//= Stack(4) [ 1, 2, 3, 4 ] 4 true Stack(3) [ 2, 3, 4 ] Stack Stack(5) [ 1, 2, 3, 4, 5 ] 4 Stack(1) [ 7 ] Stack(3) [ <3 empty items> ] [ 1, 2, 3, 4 ]
