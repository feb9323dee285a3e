class My extends Array {
  constructor(...a) {
    super(...a);
  }
  get first() {
    return this[0];
  }
}
const m = My.of(3, 1, 2);
const kinds = {
  map: m.map((x) => x),
  filter: m.filter(Boolean),
  slice: m.slice(),
  splice: My.from(m).splice(0, 1),
  concat: m.concat([1]),
  flat: m.flat(),
  flatMap: m.flatMap((x) => [x]),
  sort: m.sort(),
  reverse: m.reverse(),
};
for (const [k, v] of Object.entries(kinds)) console.log(k, v instanceof My, v.length);
class Odd extends Array {
  static get [Symbol.species]() {
    return function (n) {
      return { length: n, tag: "species" };
    };
  }
}
console.log(
  Odd.from([1, 2]).map((x) => x * 2),
  Odd.of(1, 2).filter(() => true),
);
const a = [1, 2, 3];
a.constructor = { [Symbol.species]: null };
console.log(a.map((x) => x).constructor === Array);
a.constructor = undefined;
console.log(a.slice(1));
a.constructor = 5;
try {
  a.map((x) => x);
} catch (e) {
  console.log(e.message);
}
console.log(
  Array[Symbol.species] === Array,
  m.first,
  m,
  JSON.stringify(m),
  Array.isArray(m),
  m.length,
  Object.prototype.toString.call(m),
);
//= map true 3
//= filter true 3
//= slice true 3
//= splice true 1
//= concat true 4
//= flat true 3
//= flatMap true 3
//= sort true 3
//= reverse true 3
//= { '0': 2, '1': 4, length: 2, tag: 'species' } { '0': 1, '1': 2, length: 0, tag: 'species' }
//= true
//= [ 2, 3 ]
//= object.constructor[Symbol.species] is not a constructor
//= true 3 My(3) [ 3, 2, 1 ] [3,2,1] true 3 [object Array]
